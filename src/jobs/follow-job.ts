import { JobError } from './errors';
import { isKeyGood } from './is-key-good';
import type { EpochMs } from './job';
import type { NumberedEvent } from './live-event';
import type { Ports } from './ports';
import type { Caller } from './records';
import { unless } from './unless';

/** Most events fetched at once. */
const PAGE = 200;
/** Time between two looks, in milliseconds: short while something happens, longer while nothing does. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
/** How long a key that was good counts as good for what was fetched at once, in milliseconds. */
const KEY_LOOKED_UP_AFTER_MS = 50;
/** After so long without news the reader is told so, which keeps the connection alive, and the stream among those that count as open. */
const IDLE_AFTER_MS = 5_000;

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
    const words = isIdle ? (['idle'] as const) : page.events;
    let lookedAt: EpochMs | null = null;
    let isGood: boolean | null = true;
    for (const word of words) {
      // A reader may take long over what was fetched at once.
      if (lookedAt === null || ports.clock() - lookedAt >= KEY_LOOKED_UP_AFTER_MS) {
        lookedAt = ports.clock();
        isGood = await isKeyGood(ports, caller).catch(unless('storage-unavailable'));
      }
      if (isGood === false) return;
      if (isGood === null) break;
      lastWordAt = ports.clock();
      yield word;
      if (word === 'idle') continue;
      seq = word.seq;
      pauseMs = FIRST_PAUSE_MS;
    }
    // Nobody can say: told when somebody can.
    if (isGood === null) {
      await ports.pause(LONGEST_PAUSE_MS);
      continue;
    }
    if (page.isLast) return;
    if (page.events.length < PAGE) await ports.pause(pauseMs);
    pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS);
  }
}
