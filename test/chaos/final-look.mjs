import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { followTo, read, untilAnswered } from './life-of-a-job.mjs';

const AT_ONCE = 8;
const AGAIN_MS = 100;
/** Longest that one thing is asked for, and that a job is waited for which has not ended, in milliseconds and seconds. */
const LONGEST_LOOK_MS = 60_000;
const WAIT_SECONDS = 10;

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
  const isOver = tooLate();
  while (!(await read(caller, record, `?wait=${WAIT_SECONDS}`)) && !isOver()) await pause(AGAIN_MS);
  const { id } = record;
  const get = async (path) => (await ask(caller, record.plan.index, path))?.body ?? null;
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
  const events = [];
  await followTo(events, caller, record, tooLate());
  return events;
}

/** Asks until there is an answer: a machine that has too much to do leaves calls without one. */
const ask = (caller, about, path) => untilAnswered(caller, about, { method: 'GET', path }, tooLate());

function tooLate() {
  const deadline = performance.now() + LONGEST_LOOK_MS;
  return () => performance.now() > deadline;
}

/** Status by id, as often as a job is listed. */
async function listAll(caller) {
  const listed = new Map();
  for (let cursor = ''; ; ) {
    const path = `/v1/jobs?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const answer = await ask(caller, 'list', path);
    if (answer?.status !== 200) throw new Error(`jobs are not listed: ${JSON.stringify(answer)}`);
    const { body } = answer;
    for (const job of body.data) {
      const status = job.status === 'failed' && job.cancelled_at !== null ? 'cancelled' : job.status;
      listed.set(job.id, [...(listed.get(job.id) ?? []), status]);
    }
    if (!body.pagination.has_more) return listed;
    cursor = body.pagination.next_cursor;
  }
}
