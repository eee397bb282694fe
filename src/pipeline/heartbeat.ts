import { JobError } from '../jobs/errors';
import type { Gate, Turn } from '../jobs/gate-port';
import { LEASE_MS } from '../jobs/lifecycle';

/** Three beats fit into a lease: two may get lost. */
const BEAT_MS = LEASE_MS / 3;

/** Longest turn, in milliseconds. An invocation is ended after 15 min: what has not come to an end by now hangs. */
export const LONGEST_TURN_MS = 12 * 60_000;

export interface Heartbeat {
  /** Whether the gate has said that the turn is over, or it has lasted too long. */
  readonly isStopped: () => boolean;
  /** Never resolves; rejects with `timeout` once the turn has lasted too long. */
  readonly overdue: Promise<never>;
  stop(): void;
}

/**
 * Keeps a turn while something slow is awaited, but not for ever: what never comes would keep it from everybody else.
 * A beat that cannot be delivered is skipped: the next one, or the lease, tells.
 */
export function keepTurn(gate: Gate, turn: Turn, filename: string): Heartbeat {
  let stopped = false;
  const beat = setInterval(() => {
    gate.renew(turn).then(
      (answer) => {
        if (answer === 'stop') stopped = true;
      },
      () => undefined,
    );
  }, BEAT_MS);
  let end: ReturnType<typeof setTimeout>;
  const overdue = new Promise<never>((_, reject) => {
    end = setTimeout(() => {
      stopped = true;
      reject(new JobError('timeout', `${filename}: not done after ${LONGEST_TURN_MS / 60_000} minutes`));
    }, LONGEST_TURN_MS);
  });
  const stop = () => {
    clearInterval(beat);
    clearTimeout(end);
  };
  return { isStopped: () => stopped, overdue, stop };
}
