import { z } from 'zod';
import type { AtWork, Place } from '../jobs/at-work';
import type { LeaseAnswer } from '../jobs/gate-port';
import { inTurn } from '../jobs/in-turn';
import type { EpochMs } from '../jobs/job';
import type { Pause, WorkMessage } from '../jobs/ports';
import { logError, logInfo } from '../log';
import type { PipelinePorts } from './pipeline-ports';
import { runDocument } from './run-document';

/** Messages of one batch taken up at the same time; a batch of work has no more, so that none stands behind another. */
const AT_ONCE = 4;

/** How long one batch may go on taking up and going on with documents, in milliseconds. An invocation is ended after 15 min. */
const BUDGET_MS = 4 * 60_000;

/**
 * How often a message whose gate cannot be reached, or for which there is no place, comes back. Then it is left to the gate to send another: a dead letter
 * would fail its document, which has done nothing wrong. Fewer than `max_retries` in wrangler.toml.
 */
const MOST_DELIVERIES = 4;

const Work: z.ZodType<WorkMessage> = z.object({
  accountId: z.string(),
  jobId: z.string(),
  attempt: z.int(),
  index: z.int(),
  version: z.literal(1),
});

/** What the consumer needs of a queue message. Each is acknowledged by itself. */
export interface Delivery {
  readonly body: unknown;
  readonly attempts: number;
  ack(): void;
  retry(options?: { delaySeconds?: number }): void;
}

/** Where a batch is worked on beside others. */
export interface Workplace {
  readonly atWork: AtWork;
  readonly pause: Pause;
  /** Takes over a turn that has begun, so that the batch does not wait for its end. */
  readonly later: (turn: Promise<void>) => void;
}

/**
 * Takes up the messages of a batch. A message is a hint: what is to be done is what the gate says, and the gate sends
 * again what gets lost. So it is acknowledged once the gate has answered: a turn is guarded by its lease from there on.
 * Without a `workplace` the batch is by itself and waits for the end of its turns.
 */
export async function consumeWork(
  ports: PipelinePorts,
  deliveries: readonly Delivery[],
  workplace: Workplace | null = null,
): Promise<void> {
  const deadline = ports.clock() + BUDGET_MS;
  await inTurn(deliveries, AT_ONCE, (delivery) => takeUp(ports, delivery, deadline, workplace));
}

async function takeUp(
  ports: PipelinePorts,
  delivery: Delivery,
  deadline: EpochMs,
  workplace: Workplace | null,
): Promise<void> {
  const message = Work.safeParse(delivery.body);
  if (!message.success) {
    logInfo('message of an unknown shape dropped', {});
    delivery.ack();
    return;
  }
  const { accountId, jobId, attempt, index } = message.data;
  const job = { accountId, jobId };
  const place = await enter(ports, accountId, deadline, workplace);
  if (place === null || ports.clock() >= deadline) {
    place?.leave();
    putBack(delivery, 0);
    return;
  }
  const startedAt = ports.clock();
  const told = (answer: LeaseAnswer['kind']) =>
    logInfo('message', { job: jobId, attempt, index, answer, elapsed_ms: ports.clock() - startedAt });
  try {
    const answer = await ports.gates.at(job).lease(attempt, index);
    delivery.ack();
    if (answer.kind !== 'granted') {
      place.leave();
      told(answer.kind);
      return;
    }
    const { token, operation, document } = answer;
    const granted = { job, attempt, index, token, operation, document };
    const turn = runDocument(ports, granted, deadline, place.giveWay)
      .then(() => told('granted'))
      .catch((error: unknown) => logError('turn left to its lease', error, { job: jobId, index }))
      .finally(place.leave);
    if (workplace === null) await turn;
    else workplace.later(turn);
  } catch (error) {
    place.leave();
    logError('message put back', error, { job: jobId, index, deliveries: delivery.attempts });
    putBack(delivery, Math.min(2 ** delivery.attempts, 60));
  }
}

function putBack(delivery: Delivery, delaySeconds: number): void {
  if (delivery.attempts < MOST_DELIVERIES) delivery.retry({ delaySeconds });
  else delivery.ack();
}

const ALONE: Place = { giveWay: async () => undefined, leave: () => undefined };

const enter = async (
  { clock }: PipelinePorts,
  accountId: string,
  deadline: EpochMs,
  workplace: Workplace | null,
): Promise<Place | null> =>
  workplace === null ? ALONE : workplace.atWork.enter(accountId, { clock, pause: workplace.pause }, deadline);

/** Messages that could not be dealt with in all their deliveries: each fails its document with a reason, unless somebody is at it. */
export async function consumeDead(ports: PipelinePorts, deliveries: readonly Delivery[]): Promise<void> {
  await inTurn(deliveries, AT_ONCE, async (delivery) => {
    const message = Work.safeParse(delivery.body);
    if (message.success) {
      const { accountId, jobId, attempt, index } = message.data;
      const problem = { code: 'extraction-failed', message: 'Given up: every delivery of its message failed' } as const;
      await ports.gates.at({ accountId, jobId }).fail({ attempt, index, token: 0 }, problem);
    }
    delivery.ack();
  }).catch((error: unknown) => {
    logError('dead letters put back', error, { letters: deliveries.length });
    for (const delivery of deliveries) delivery.retry();
  });
}
