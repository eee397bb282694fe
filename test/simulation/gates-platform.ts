import { GateKeeper } from '../../src/gate/gate-keeper';
import type { GatePorts } from '../../src/gate/gate-store';
import type { EpochMs, JobState } from '../../src/jobs/job';
import type { GateStub } from '../../src/stores/durable/gates';
import { callObject } from './call-object';
import { DurableObject } from './durable-object';
import { createMemoryGateStore, type GateRecords, NO_RECORDS } from './gate-records';
import type { Network } from './network';
import type { Owner } from './scheduler';

export type GateObject = DurableObject<GateKeeper, GateRecords>;

/** All gates there are, by name: each lives in an object of its own. */
export class GatesPlatform {
  readonly objects = new Map<string, GateObject>();
  /** Told of every state that reaches the disk. */
  onCommitted: ((before: JobState | null, after: JobState, since: EpochMs) => void) | null = null;

  constructor(
    private readonly network: Network,
    private readonly portsOf: (owner: Owner) => GatePorts,
  ) {}

  at(name: string): GateObject {
    const known = this.objects.get(name);
    if (known !== undefined) return known;
    const object: GateObject = new DurableObject(
      this.network,
      name,
      NO_RECORDS,
      ({ owner, setAlarm, deleteAlarm, ...access }) =>
        new GateKeeper({
          ports: this.portsOf(owner),
          store: createMemoryGateStore(access, () => this.network.chance.happens(this.network.faults.saveThrows)),
          alarms: { setAlarm, deleteAlarm },
          later: () => undefined,
        }),
      (before, after, since) => {
        this.network.tell('on disk', null, `${after.state?.name} ${after.state?.revision}`);
        if (after.state !== null && before.state !== after.state) this.onCommitted?.(before.state, after.state, since);
      },
    );
    this.objects.set(name, object);
    return object;
  }

  /** The gate as somebody calls it: calls get lost, answers too, and objects break under them. */
  stub(owner: Owner, name: string): GateStub {
    return {
      open: (opening) => this.#call(owner, name, 'open', (keeper) => keeper.open(opening)),
      lease: (attempt, index) => this.#call(owner, name, 'lease', (keeper) => keeper.lease(attempt, index)),
      renew: (turn, share) => this.#call(owner, name, 'renew', (keeper) => keeper.renew(turn, share)),
      report: (report) => this.#call(owner, name, `report ${report.phase}`, (keeper) => keeper.report(report)),
      fail: (turn, problem) => this.#call(owner, name, 'fail', (keeper) => keeper.fail(turn, problem)),
      release: (turn, delayMs, problem) =>
        this.#call(owner, name, 'release', (keeper) => keeper.release(turn, delayMs, problem)),
      admit: (places) => this.#call(owner, name, 'admit', (keeper) => keeper.admit(places)),
      cancel: () => this.#call(owner, name, 'cancel', (keeper) => keeper.cancel()),
      retry: () => this.#call(owner, name, 'retry', (keeper) => keeper.retry()),
      remove: () => this.#call(owner, name, 'remove', (keeper) => keeper.remove()),
      summary: () => this.#call(owner, name, 'summary', (keeper) => keeper.summary()),
      extractions: () => this.#call(owner, name, 'extractions', (keeper) => keeper.extractions()),
      eventsAfter: (seq, limit) => this.#call(owner, name, 'events', (keeper) => keeper.eventsAfter(seq, limit)),
    };
  }

  #call<Value>(
    owner: Owner,
    name: string,
    what: string,
    method: (keeper: GateKeeper) => Value | Promise<Value>,
  ): Promise<Value> {
    return callObject(this.network, owner, what, this.at(name), method);
  }
}
