import { JobError } from './errors';
import type { NumberedEvent } from './live-event';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Most events fetched at once. */
const PAGE = 200;
/** Time between two looks, in milliseconds: short while something happens, longer while nothing does. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
/** After so long without news the reader is told so, to keep the connection alive. */
const IDLE_AFTER_MS = 10_000;

/**
 * What happens to a job from event `afterSeq` on, oldest first, without gap or repetition, until it has ended; 'idle' now
 * and then when nothing happens. Asks the gate again and again rather than holding it open. Throws `not-found`.
 */
export async function* followJob(
  ports: Ports,
  caller: Caller,
  jobId: string,
  afterSeq: number,
): AsyncGenerator<NumberedEvent | 'idle'> {
  const gate = ports.gates.at({ accountId: caller.accountId, jobId });
  let seq = afterSeq;
  let pauseMs = FIRST_PAUSE_MS;
  let lastWordAt = ports.clock();
  for (;;) {
    const page = await gate.eventsAfter(seq, PAGE);
    if (page === null) throw new JobError('not-found', `Job ${jobId} does not exist`);
    for (const event of page.events) {
      yield event;
      seq = event.seq;
    }
    if (page.isLast) return;
    if (page.events.length > 0) {
      pauseMs = FIRST_PAUSE_MS;
      lastWordAt = ports.clock();
    } else if (ports.clock() - lastWordAt >= IDLE_AFTER_MS) {
      yield 'idle';
      lastWordAt = ports.clock();
    }
    if (page.events.length < PAGE) await ports.pause(pauseMs);
    pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS);
  }
}
