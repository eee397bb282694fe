import type { Job, JobList } from './job-wire';

/**
 * A list as JSON, its jobs written one by one as they are read: with their requests they may be larger together than
 * memory. A job that cannot be read breaks the answer off, since its status is long sent.
 */
export function listStream(
  list: Omit<JobList, 'data'>,
  jobs: AsyncIterator<Job>,
  onError: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let separator = '';
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`${JSON.stringify(list).slice(0, -1)},"data":[`));
    },
    async pull(controller) {
      try {
        const next = await jobs.next();
        controller.enqueue(encoder.encode(next.done ? ']}' : separator + JSON.stringify(next.value)));
        separator = ',';
        if (next.done) controller.close();
      } catch (error) {
        onError(error);
        controller.error(error);
      }
    },
  });
}
