import { z } from 'zod';
import { inTurn } from '../jobs/in-turn';
import type { WorkMessage } from '../jobs/ports';
import { logError, logInfo } from '../log';
import { type PipelinePorts, runDocument } from './run-document';

/** Documents of one batch worked on at the same time: they share one isolate's memory. */
const AT_ONCE = 4;

/** How long one batch may go on taking up and going on with documents, in milliseconds. An invocation is ended after 15 min. */
const BUDGET_MS = 4 * 60_000;

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

/** Works through a batch. A message is a hint: what is to be done is what the gate says, and the gate sends again what gets lost. */
export async function consumeWork(ports: PipelinePorts, deliveries: readonly Delivery[]): Promise<void> {
  const deadline = ports.clock() + BUDGET_MS;
  await inTurn(deliveries, AT_ONCE, (delivery) => takeUp(ports, delivery, deadline));
}

async function takeUp(ports: PipelinePorts, delivery: Delivery, deadline: number): Promise<void> {
  const message = Work.safeParse(delivery.body);
  if (!message.success) {
    logInfo('message of an unknown shape dropped', {});
    delivery.ack();
    return;
  }
  if (ports.clock() >= deadline) {
    delivery.retry();
    return;
  }
  const { accountId, jobId, attempt, index } = message.data;
  const job = { accountId, jobId };
  try {
    const startedAt = ports.clock();
    const answer = await ports.gates.at(job).lease(attempt, index);
    if (answer.kind === 'granted') {
      const { token, operation, document } = answer;
      await runDocument(ports, { job, attempt, index, token, operation, document }, deadline);
    }
    logInfo('message', { job: jobId, attempt, index, answer: answer.kind, elapsed_ms: ports.clock() - startedAt });
    delivery.ack();
  } catch (error) {
    logError('message put back', error, { job: jobId, index, deliveries: delivery.attempts });
    delivery.retry({ delaySeconds: Math.min(2 ** delivery.attempts, 60) });
  }
}

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
