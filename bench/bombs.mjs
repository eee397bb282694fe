import { REQUESTS } from './bombs/over-http.mjs';
import { lookAtHeap } from './heap.mjs';
import { apiOf, benchKey, createSchema, runJob, uploadPage } from './one-page-jobs.mjs';
import { runtimeSeconds } from './processor-time.mjs';

/** What one bomb may take at most: seconds of processor time, megabytes of an isolate. */
const MOST_SECONDS = 2;
const MOST_MEGABYTES = 128;

/**
 * V8 as bombs meet it: it ends where its heap would need more, as it would in an isolate of that size, and so leaves no more
 * garbage lie than it would there. Its collector gets no threads of its own: on few cores it waits for them without end when
 * so little is left.
 */
export const SMALL_HEAP = '--max-heap-size=112 --single-threaded';

/** What bombs there are of. */
export const KINDS_OF_BOMBS = Object.keys(REQUESTS);

/**
 * Sends every bomb of these kinds whose name holds `named` to the running service, one after the other, each beside a healthy job of one page: what it is answered,
 * the processor time of all that runs there until both have ended, the healthy job's and the storage's included, and what the
 * Worker's isolate holds then. Answers for each kind its worst, and what is `broken`: in words, what must not be.
 */
export async function measureBombs({ url, inspectorUrl }, kinds, named) {
  // A connection that waits while the isolate is busy may be closed in the moment it is used again.
  const api = apiOf(url, benchKey, { connection: 'close' });
  const { id: schemaId } = await createSchema(api, 'beside bombs');
  const healthyJob = async (number) => {
    const { id } = await uploadPage(api, number);
    return () => runJob(api, { name: number, schema_id: schemaId, document_ids: [id] });
  };
  await (await healthyJob('warm'))();
  await lookAtHeap(inspectorUrl);
  const rows = [];
  for (const kind of kinds) {
    const bombs = REQUESTS[kind].filter(({ name }) => name.includes(named));
    if (bombs.length === 0) continue;
    const results = [];
    for (const [index, { name, make }] of bombs.entries()) {
      const beside = await healthyJob(`${kind}-${index}`);
      const { path, ...request } = make();
      const before = await runtimeSeconds();
      const [answer, besideFailure] = await Promise.all([
        send(`${url}${path}`, request),
        beside().then(
          () => null,
          ({ message }) => message,
        ),
      ]);
      const seconds = (await secondsAfter(kind, name)) - before;
      const { held } = await lookAtHeap(inspectorUrl);
      results.push({ name, answer, besideFailure, seconds, held });
    }
    rows.push({ kind, ...worstOf(results), broken: results.flatMap((result) => brokenBy(kind, result)) });
  }
  return rows;
}

/** Throws where the bomb took the runtime with it. */
async function secondsAfter(kind, name) {
  try {
    return await runtimeSeconds();
  } catch (cause) {
    throw new Error(`${kind}, ${name}: the runtime has ended, as it does when it needs more memory`, { cause });
  }
}

/** The status, and the code of an error. */
async function send(url, { headers, ...request }) {
  try {
    const authorization = `Bearer ${benchKey}`;
    const response = await fetch(url, { ...request, headers: { ...headers, authorization, connection: 'close' } });
    const text = await response.text();
    return { status: response.status, code: response.ok ? 'taken' : codeIn(text) };
  } catch (error) {
    return { status: 0, code: `no answer: ${error.cause?.message ?? error.message}` };
  }
}

/** Talonic's errors have a code; Retab's have it in their detail, or tell by the kind of each. */
function codeIn(text) {
  try {
    const { code, detail } = JSON.parse(text);
    return code ?? detail?.code ?? detail?.[0]?.type ?? 'untyped';
  } catch {
    return 'untyped';
  }
}

function worstOf(results) {
  const most = (key) => results.reduce((worst, result) => (result[key] > worst[key] ? result : worst));
  const answers = new Map();
  for (const { answer } of results) {
    const told = `${answer.status} ${answer.code}`;
    answers.set(told, (answers.get(told) ?? 0) + 1);
  }
  return {
    number: results.length,
    slowest: most('seconds'),
    largest: most('held'),
    answers: [...answers].map(([told, times]) => `${times} x ${told}`).join(', '),
    besideWell: results.filter(({ besideFailure }) => besideFailure === null).length,
  };
}

function brokenBy(kind, { name, answer: { status, code }, besideFailure, seconds, held }) {
  const problems = [
    [status === 0 || status >= 500, `was answered ${status} ${code}`],
    [status >= 400 && code === 'untyped', `was answered ${status} without a code`],
    [seconds > MOST_SECONDS, `took ${seconds.toFixed(1)} s of processor time`],
    [held > MOST_MEGABYTES, `held ${held.toFixed(0)} MB`],
    [besideFailure !== null, `made the job beside it fail: ${besideFailure}`],
  ];
  return problems.flatMap(([isSo, problem]) => (isSo ? [`${kind}, ${name}: ${problem}`] : []));
}
