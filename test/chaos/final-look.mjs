import { performance } from 'node:perf_hooks';
import { followTo, read } from './life-of-a-job.mjs';

const AT_ONCE = 8;
const LONGEST_LOOK_MS = 20_000;

/** Everything the service says when nothing goes wrong any more: of each job, of the list of them, and of what is stored. */
export async function lookAround(caller, server, records) {
  const known = records.filter(({ id }) => id !== null);
  const finals = new Map();
  const queue = known.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const record of queue) finals.set(record, await lookAt(caller, record));
    }),
  );
  const listed = await listAll(caller);
  const { keys } = await server.tell('blobs');
  return { finals, listed, keys };
}

async function lookAt(caller, record) {
  await read(caller, record, '?wait=30');
  const { id } = record;
  const get = async (path) => (await caller.call(record.plan.index, { method: 'GET', path }))?.body ?? null;
  if (record.removed !== null) return { last: record.reads.at(-1) };
  const [retab, results, events] = await Promise.all([
    get(`/retab/v1/jobs/${id}?include_response=true`),
    record.plan.kind === 'talonic-job' ? get(`/v1/jobs/${id}/results`) : null,
    eventsOf(caller, record),
  ]);
  return { last: record.reads.at(-1), retab, rows: results?.data ?? null, events };
}

/** The events of a job from its first, however long they take within reason. */
async function eventsOf(caller, record) {
  const deadline = performance.now() + LONGEST_LOOK_MS;
  const events = [];
  await followTo(events, caller, record, () => performance.now() > deadline);
  return events;
}

/** Status by id, as often as a job is listed. */
async function listAll(caller) {
  const listed = new Map();
  for (let cursor = ''; ; ) {
    const path = `/v1/jobs?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const { body } = await caller.call('list', { method: 'GET', path });
    for (const job of body.data) {
      const status = job.status === 'failed' && job.cancelled_at !== null ? 'cancelled' : job.status;
      listed.set(job.id, [...(listed.get(job.id) ?? []), status]);
    }
    if (!body.pagination.has_more) return listed;
    cursor = body.pagination.next_cursor;
  }
}
