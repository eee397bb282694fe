import { env } from 'cloudflare:workers';
import { createPorts } from './bindings';
import { createApp } from './http/app';
import { AtWork } from './jobs/at-work';
import type { Ports } from './jobs/ports';
import { sweep } from './jobs/retention/sweep';
import { logError, logInfo } from './log';
import { consumeDead, consumeWork, type Delivery } from './pipeline/consumer';
import { consumeParcels } from './pipeline/deliver';
import { settingsOf } from './settings';

export { AccountTurnstile } from './gate/account-turnstile';
export { JobGate } from './gate/job-gate';
export { WebhookOutbox } from './outbox/webhook-outbox';
export { RateLimiter } from './stores/durable/rate-limiter';

// A wrong setting is told when the server starts, not to its first caller.
settingsOf(env);

type Later = (work: Promise<unknown>) => void;

/** `later`: takes over what a batch began, which does not wait for its end. */
const CONSUMERS: Readonly<
  Record<string, (ports: Ports, deliveries: readonly Delivery[], later: Later) => Promise<void>>
> = {
  'quarry-dead': consumeDead,
  'quarry-webhooks': consumeParcels,
};

/** What requests and batches that share this isolate know of each other. */
const atWork = new AtWork();

const app = createApp(createPorts, { info: logInfo, error: logError }, atWork);

export default {
  fetch: app.fetch,
  async queue(batch, env, context) {
    const ports = createPorts(env);
    const later: Later = (work) => context.waitUntil(work);
    const consume = CONSUMERS[batch.queue];
    if (consume) await consume(ports, batch.messages, later);
    else await consumeWork(ports, batch.messages, { atWork, pause: ports.pause, later });
  },
  async scheduled(_, env) {
    for (const { chore, count, error } of await sweep(createPorts(env)))
      if (error === null) logInfo('sweep', { chore, count });
      else logError('sweep left something', error, { chore });
  },
} satisfies ExportedHandler<Env>;
