/** What must hold of what clients were told, whatever went wrong meanwhile. Pure: a history in, what is wrong with it out. */

/** What is wrong with one job. `final`: what is said of it when all is over. Answers lines. */
export function wrongWithJob(record, final, stock) {
  const { plan, reads, ids, removed, answer } = record;
  if (answer === null) return ['never answered'];
  if (answer.status >= 300) {
    const isTold =
      plan.isSick || record.cancelled !== null || (answer.status === 409 && answer.body.code === undefined);
    return isTold ? [] : [`refused with ${answer.status}: ${JSON.stringify(answer.body).slice(0, 200)}`];
  }
  if (record.id === null) return [];
  const wrong = [...wrongWithReads(reads, removed)];
  // A job that is deleted takes its key along.
  if (ids.size > 1 && removed === null) wrong.push(`one key made ${ids.size} jobs: ${[...ids].join(', ')}`);
  if (removed !== null) {
    if (removed.status !== 200 && removed.status !== 404) wrong.push(`was not deleted: ${removed.status}`);
    return final.last?.missing === 404
      ? wrong
      : [...wrong, `is there after its deletion: ${JSON.stringify(final.last)}`];
  }
  return [...wrong, ...wrongWithEnd(record, final), ...wrongWithEvents(record, final), ...wrongWithGrid(final, stock)];
}

function* wrongWithReads(reads, removed) {
  for (const { missing, invokedAt, endedAt } of reads) {
    if (missing !== undefined && missing !== 404) yield `a read was answered with ${missing}`;
    if (missing === 404 && (removed === null || endedAt < removed.invokedAt)) yield 'an acknowledged job was not found';
    if (missing === undefined && removed?.endedAt && invokedAt > removed.endedAt) yield 'a deleted job was found';
  }
  const found = reads.filter(({ missing }) => missing === undefined);
  for (const [place, later] of found.entries())
    for (const earlier of found.slice(0, place)) {
      // Of two that overlap nobody knows which was first.
      if (later.invokedAt < earlier.endedAt) continue;
      if (later.attempt < earlier.attempt) yield `attempt ${earlier.attempt} became ${later.attempt}`;
      if (later.attempt !== earlier.attempt) continue;
      if (earlier.isEnded && later.status !== earlier.status) yield `${earlier.status} became ${later.status}`;
      if (earlier.counts[0] > later.counts[0]) yield `${earlier.counts[0]} documents done became ${later.counts[0]}`;
      if (earlier.progress !== null && later.progress !== null && earlier.progress > later.progress)
        yield `progress ${earlier.progress} became ${later.progress}`;
    }
}

/** The ends that what was done to the job allows. */
function allowedEnds({ plan, cancelled, retried }) {
  const undisturbed = plan.isSick ? 'failed' : 'complete';
  if (cancelled === null) return [undisturbed];
  if (retried?.status === 200) return [undisturbed];
  // A cancellation whose answer got lost is answered, when it comes again, as one that is too late; so is a retry.
  if (cancelled.statuses.includes(200) && retried === null) return ['cancelled'];
  return ['cancelled', undisturbed];
}

function* wrongWithEnd(record, { last, retab }) {
  if (last === undefined || !last.isEnded) {
    yield `has not ended: ${JSON.stringify(last)}`;
    return;
  }
  const allowed = allowedEnds(record);
  if (!allowed.includes(last.status)) yield `ended ${last.status}, not ${allowed.join(' or ')}`;
  const word = last.status === 'complete' ? 'completed' : last.status;
  if (retab?.status !== word) yield `is ${word} to one dialect and ${retab?.status} to another`;
  if (last.status !== 'complete' && retab?.response) yield `shows a result though it is ${word}`;
  if (last.status === 'complete' && !retab?.response) yield 'is completed and shows no result';
  const [done, failed, all] = last.counts;
  if (last.status === 'complete' && (failed !== 0 || done !== all)) yield `${failed} of ${all} documents failed`;
}

function* wrongWithEvents(record, { last, events }) {
  if (events.some(({ id }, place) => id !== place + 1)) yield `its events are numbered ${events.map(({ id }) => id)}`;
  const end = events.at(-1);
  if (end?.event !== 'end') yield 'its events have no end';
  else if (end.status !== (last?.status === 'cancelled' ? 'failed' : last?.status))
    yield `its events end with ${end.status}, and it is ${last?.status}`;
  const done = events.filter(({ event, status }) => event === 'document' && status === 'complete');
  // A retry goes over documents once more.
  if (record.retried === null && new Set(done.map(({ document }) => document)).size !== done.length)
    yield 'its events tell of a document twice that it is complete';
  const differs = record.events.findIndex(
    (seen, place) =>
      seen.id !== place + 1 || seen.event !== events[place]?.event || seen.status !== events[place]?.status,
  );
  if (differs >= 0) yield `who followed it saw ${JSON.stringify(record.events[differs])} as event ${differs + 1}`;
}

function* wrongWithGrid({ last, rows }, stock) {
  if (rows === null || last?.status !== 'complete') return;
  const documents = new Set(rows.map(({ document_id }) => document_id));
  if (documents.size !== rows.length || rows.length !== last.counts[2]) yield `its grid has ${rows.length} rows`;
  for (const { document_id, status, values } of rows)
    if (status !== 'complete' || values.invoice_number !== stock.expected(document_id))
      yield `row ${document_id} is ${status} with ${values.invoice_number}`;
}

/** What is wrong with the list of jobs, beside what each job says of itself. */
export function wrongWithList(listed, records, finals) {
  const wrong = [];
  for (const [id, statuses] of listed)
    if (statuses.length > 1) wrong.push(`job ${id} is listed ${statuses.length} times`);
  for (const record of records) {
    const { id, removed } = record;
    if (id === null) continue;
    const [status] = listed.get(id) ?? [];
    const last = finals.get(record)?.last;
    if (removed !== null && status !== undefined) wrong.push(`job ${id} is listed after its deletion`);
    if (removed === null && status !== last?.status)
      wrong.push(`job ${id} is ${last?.status}, and listed as ${status}`);
  }
  return wrong;
}

/** What is stored and belongs to nothing that is there. `contents`: SHA-256 of all that was ever sent. */
export function wrongWithBlobs(keys, listed, contents) {
  return keys.filter((key) => {
    const [, job] = /^accounts\/[^/]+\/jobs\/([^/]+)\//.exec(key) ?? [];
    if (job !== undefined) return !listed.has(job);
    const [, content] = /^accounts\/[^/]+\/(?:content|parsed)\/([0-9a-f]{64})/.exec(key) ?? [];
    return content === undefined || !contents.has(content);
  });
}

const TOLD_AS = { complete: 'job.completed', failed: 'job.failed', cancelled: 'job.cancelled' };

/** Jobs whose end nobody was told of. */
export const untold = (taken, records, finals) =>
  records.filter((record) => {
    const last = finals.get(record)?.last;
    if (record.id === null || record.removed !== null || !last?.isEnded) return false;
    return !taken.some(
      ({ job, attempt, event }) => job === record.id && attempt === last.attempt && event === TOLD_AS[last.status],
    );
  });

/** What is wrong with what a receiver of webhooks was told: every end once, under one id, and never two different ones. */
export function wrongWithWebhooks(taken, records, finals) {
  const wrong = untold(taken, records, finals).map(
    ({ id, plan }) => `nobody was told how job ${plan.index} (${id}) ended`,
  );
  const ends = new Map();
  for (const { id, event, job, attempt, isSigned } of taken) {
    if (!isSigned) wrong.push(`${id} of job ${job} is not signed as it should be`);
    const end = `${job}, attempt ${attempt}`;
    const told = ends.get(end) ?? { id, event };
    ends.set(end, told);
    if (told.event !== event) wrong.push(`job ${end}: ${told.event} and ${event}`);
    else if (told.id !== id) wrong.push(`job ${end}: ${event} under ${told.id} and ${id}`);
  }
  return wrong;
}

/** What is wrong with how calls were answered: the service may say that it cannot now, and then says when to come back. */
export const wrongWithAnswers = (history) =>
  history
    .filter(({ status, retryAfter }) => status >= 500 && !(status === 503 && retryAfter !== null))
    .map(
      ({ method, path, status, retryAfter, text }) => `${method} ${path} answered ${status} (${retryAfter}): ${text}`,
    );
