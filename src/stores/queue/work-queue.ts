import type { Priority } from '../../jobs/job';
import type { WorkMessage, WorkQueue } from '../../jobs/ports';

/** Most messages one `sendBatch` takes. */
const SEND_BATCH = 100;

/** One queue per priority, so that urgent work never stands behind ordinary work. */
export function createWorkQueue(queues: Record<Priority, Queue<WorkMessage>>): WorkQueue {
  return {
    async send(priority, messages) {
      for (let start = 0; start < messages.length; start += SEND_BATCH) {
        const batch = messages.slice(start, start + SEND_BATCH);
        await queues[priority].sendBatch(batch.map((body) => ({ body, contentType: 'json' })));
      }
    },
  };
}
