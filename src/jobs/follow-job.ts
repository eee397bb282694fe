import { JobError } from './errors';
import { isKeyGood } from './is-key-good';
import type { NumberedEvent } from './live-event';
import type { Ports } from './ports';
import type { Caller } from './records';
import { unless } from './unless';

/** Most events fetched at once. */
const PAGE = 200;
/** Time between two looks, in milliseconds: short while something happens, longer while nothing does. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
/** After so long without news the reader is told so, to keep the connection alive. */
const IDLE_AFTER_MS = 10_000;
/**
 * What happens to a job from event `afterSeq` on, oldest first, without gap or repetition, until it has ended or is deleted, or
 * the caller's key is good no more; 'idle' now and then when nothing happens. Asks the gate again and again rather than
 * holding it open. Throws `not-found`.
 */
export async function* followJob(
  ports: Ports,
  caller: Caller,
  jobId: string,
  afterSeq: number,
): AsyncGenerator<NumberedEvent | 'idle'> {
  const gate = ports.gates.at({ accountId: caller.accountId, jobId });
  let wasThere = false;
  let seq = afterSeq;
  let pauseMs = FIRST_PAUSE_MS;
  let lastWordAt = ports.clock();
  for (;;) {
    const page = await gate.eventsAfter(seq, PAGE);
    if (page === null && wasThere) return;
    if (page === null) throw new JobError('not-found', `Job ${jobId} does not exist`);
    wasThere = true;
    const isIdle = page.events.length === 0 && ports.clock() - lastWordAt >= IDLE_AFTER_MS;
    if (isIdle || page.events.length > 0) {
      const isGood = await isKeyGood(ports, caller).catch(unless('storage-unavailable'));
      if (isGood === false) return;
      // Nobody can say: told when somebody can.
      if (isGood === null) {
        await ports.pause(LONGEST_PAUSE_MS);
        continue;
      }
      lastWordAt = ports.clock();
    }
    if (isIdle) yield 'idle';
    for (const event of page.events) {
      yield event;
      seq = event.seq;
      pauseMs = FIRST_PAUSE_MS;
    }
    if (page.isLast) return;
    if (page.events.length < PAGE) await ports.pause(pauseMs);
    pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS);
  }
}
