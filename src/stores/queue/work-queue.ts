import type { Priority } from '../../jobs/job';
import type { WorkMessage, WorkQueue } from '../../jobs/ports';
import { sendAll } from './send-all';

/** One queue per priority, so that urgent work never stands behind ordinary work. */
export const createWorkQueue = (queues: Record<Priority, Queue<WorkMessage>>): WorkQueue => ({
  send: (priority, messages) => sendAll(queues[priority], messages),
});
