import { createPorts } from './bindings';
import { createApp } from './http/app';
import { logError, logInfo } from './log';
import { consumeDead, consumeWork } from './pipeline/consumer';

export { JobGate } from './gate/job-gate';
export { RateLimiter } from './stores/durable/rate-limiter';

const DEAD_QUEUE = 'quarry-dead';

const app = createApp(createPorts, { info: logInfo, error: logError });

export default {
  fetch: app.fetch,
  async queue(batch, env) {
    const consume = batch.queue === DEAD_QUEUE ? consumeDead : consumeWork;
    await consume(createPorts(env), batch.messages);
  },
} satisfies ExportedHandler<Env>;
