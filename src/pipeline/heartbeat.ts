import { LEASE_MS } from '../jobs/lifecycle';
import type { Gate, Turn } from '../jobs/ports';

/** Three beats fit into a lease: two may get lost. */
const BEAT_MS = LEASE_MS / 3;

export interface Heartbeat {
  /** Whether the gate has said that the turn is over. */
  readonly isStopped: () => boolean;
  stop(): void;
}

/** Keeps a turn while something slow is awaited. A beat that cannot be delivered is skipped: the next one, or the lease, tells. */
export function keepTurn(gate: Gate, turn: Turn): Heartbeat {
  let stopped = false;
  const timer = setInterval(() => {
    gate.renew(turn).then(
      (answer) => {
        if (answer === 'stop') stopped = true;
      },
      () => undefined,
    );
  }, BEAT_MS);
  return { isStopped: () => stopped, stop: () => clearInterval(timer) };
}
