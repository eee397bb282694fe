import type { DurableObject } from './durable-object';
import type { Network } from './network';
import type { Inhabitant } from './object-life';
import type { Owner } from './scheduler';

/** A method of an object as somebody calls it: the call gets lost, or the answer, or the object breaks under it. */
export function callObject<Lives extends Inhabitant, Kept extends { readonly alarmAt: number | null }, Value>(
  network: Network,
  owner: Owner,
  what: string,
  object: DurableObject<Lives, Kept>,
  method: (lives: Lives) => Value | Promise<Value>,
): Promise<Value> {
  const { scheduler, chance, faults } = network;
  return new Promise((resolve, reject) => {
    if (!owner.isAlive) return;
    owner.open += 1;
    const answer = (run: () => void) =>
      scheduler.after(network.latencyMs(), owner, () => {
        owner.open -= 1;
        run();
      });
    const fails = (message: string) => answer(() => reject(rpcError(message, chance.happens(0.7))));
    const isSent = chance.happens(0.5);
    const isLost = chance.happens(faults.callLost);
    const isUntold = chance.happens(faults.answerLost);
    const leavesAt = owner.heldUntil;
    scheduler.at(Math.max(scheduler.now + network.latencyMs(), leavesAt), null, () => {
      if (!owner.isAlive && (!isSent || owner.diedAt < leavesAt)) return;
      if (isLost || scheduler.now < object.reachableFrom) return fails('Network connection lost.');
      network.onPassing?.({ owner, name: what }, 'before');
      network.tell(what, owner, object.name);
      object.call(method, {
        told: (value) => {
          network.onPassing?.({ owner, name: what }, 'after');
          if (isUntold) fails('Network connection lost.');
          else answer(() => resolve(value));
        },
        threw: (error) => answer(() => reject(error)),
        broken: () => fails('Durable Object reset because its code was updated.'),
      });
    });
  });
}

/** As the platform throws it to callers of objects. */
const rpcError = (message: string, retryable: boolean): Error => Object.assign(new Error(message), { retryable });
