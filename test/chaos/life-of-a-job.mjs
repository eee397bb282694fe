import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { readEvents } from '../../scripts/event-stream.mjs';
import { KINDS } from './requests.mjs';

/** Between two tries of a client that has no answer, in milliseconds. */
const AGAIN_MS = 350;
const POLL_MS = 150;

/** What one job's clients know of it: what was acknowledged, and everything they were told. */
export const recordOf = (plan) => ({
  plan,
  id: null,
  /** Ids that requests under this key were answered with. */
  ids: new Set(),
  acknowledgedAt: null,
  /** `{ invokedAt, endedAt, attempt, status, isCancelled, progress }` of every answer to a read. */
  reads: [],
  /** What became of each command that was answered. */
  cancelled: null,
  retried: null,
  removed: null,
  events: [],
  answer: null,
  endedAt: null,
});

/** Lives through one job: makes it and does to it what was planned, again and again until each is answered. */
export async function liveThrough(caller, record, stock, isOver) {
  const { plan } = record;
  const kind = KINDS[plan.kind];
  const creation = { ...kind.creation(plan, stock), headers: { 'idempotency-key': plan.key } };
  const made = await untilAnswered(caller, plan.index, creation, isOver);
  if (made === null) return;
  const isAccepted = made.status >= 200 && made.status < 300;
  record.answer = made;
  if (!isAccepted) return;
  acknowledge(record, kind.idIn(made.body));
  if (record.id === null) return;
  await Promise.all([
    plan.postsAgainAfterMs === null ? null : postAgain(caller, record, creation, kind, isOver),
    plan.cancelAfterMs === null ? null : cancelAndRetry(caller, record, isOver),
    plan.removeAfterMs === null ? null : remove(caller, record, isOver),
    plan.isPolled ? poll(caller, record, isOver) : null,
    plan.isFollowed ? follow(caller, record, isOver) : null,
  ]);
}

function acknowledge(record, id) {
  record.acknowledgedAt ??= performance.now();
  if (id === null) return;
  record.ids.add(id);
  record.id ??= id;
}

/** The first answer that is not "come again"; null: there was none until it was over. */
export async function untilAnswered(caller, about, request, isOver) {
  while (!isOver()) {
    const answer = await caller.call(about, request);
    if (answer !== null && answer.status < 500 && answer.status !== 429) return answer;
    await pause(AGAIN_MS);
  }
  return null;
}

async function postAgain(caller, record, creation, kind, isOver) {
  await pause(record.plan.postsAgainAfterMs);
  const answer = await untilAnswered(caller, record.plan.index, creation, isOver);
  if (answer !== null && answer.status < 300) acknowledge(record, kind.idIn(answer.body));
}

async function cancelAndRetry(caller, record, isOver) {
  const { cancelAfterMs, cancelsTwice, retries, index } = record.plan;
  await pause(cancelAfterMs);
  const cancel = { method: 'POST', path: `/v1/jobs/${record.id}/cancel` };
  const both = cancelsTwice ? [cancel, cancel] : [cancel];
  const answers = await Promise.all(both.map((one) => untilAnswered(caller, index, one, isOver)));
  record.cancelled = { statuses: answers.map((answer) => answer?.status ?? null), endedAt: performance.now() };
  if (!retries || !answers.some((answer) => answer?.status === 200)) return;
  const retry = await untilAnswered(caller, index, { method: 'POST', path: `/v1/jobs/${record.id}/retry` }, isOver);
  record.retried = { status: retry?.status ?? null, endedAt: performance.now() };
}

async function remove(caller, record, isOver) {
  await pause(record.plan.removeAfterMs);
  const request = { method: 'DELETE', path: `/api/v2/extract/${record.id}` };
  record.removed = { status: null, invokedAt: performance.now(), endedAt: null };
  const answer = await untilAnswered(caller, record.plan.index, request, isOver);
  record.removed = { ...record.removed, status: answer?.status ?? null, endedAt: performance.now() };
}

/** Reads the job once; what it was told is kept. Answers whether it had ended. */
export async function read(caller, record, query = '') {
  const answer = await caller.call(record.plan.index, { method: 'GET', path: `/v1/jobs/${record.id}${query}` });
  if (answer === null || answer.status >= 500) return false;
  const { invokedAt, endedAt } = answer.note;
  if (answer.status !== 200) {
    record.reads.push({ invokedAt, endedAt, missing: answer.status });
    return answer.status === 404;
  }
  // Dialects spell ids each in its own way; this is the one that lists and keys have.
  record.id = answer.body.id;
  const { status, attempt, cancelled_at, progress, completed_documents, failed_documents, document_count } =
    answer.body;
  const isEnded = status === 'complete' || status === 'failed';
  record.reads.push({
    invokedAt,
    endedAt,
    status: status === 'failed' && cancelled_at !== null ? 'cancelled' : status,
    isEnded,
    attempt,
    progress,
    counts: [completed_documents, failed_documents, document_count],
  });
  return isEnded;
}

async function poll(caller, record, isOver) {
  while (!isOver() && !(await read(caller, record))) await pause(POLL_MS);
}

/** As a browser's EventSource: resumes after the last event it has whenever the connection breaks. */
async function follow(caller, record, isOver) {
  await followTo(record.events, caller, record, () => isOver() || record.removed !== null);
}

/** Adds events behind those that are there, up to the end. */
export async function followTo(events, caller, record, isOver) {
  while (!isOver() && events.at(-1)?.event !== 'end') {
    const last = events.at(-1)?.id ?? 0;
    try {
      const response = await caller.open(
        `/v1/jobs/${record.id}/events`,
        last > 0 ? { 'last-event-id': String(last) } : {},
      );
      if (response.status === 200)
        for await (const { id, event, data } of readEvents(response.body))
          events.push({ id: Number(id), event, status: data.status ?? null, document: data.index ?? null });
      else await response.body?.cancel();
    } catch {
      // Broken off: resumed below.
    }
    await pause(AGAIN_MS);
  }
}
