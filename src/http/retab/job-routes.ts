/** https://docs.retab.com (Jobs) */
import { Hono } from 'hono';
import { cancelJob } from '../../jobs/cancel-job';
import { JobError } from '../../jobs/errors';
import { getJob } from '../../jobs/get-job';
import { readId } from '../../jobs/id-forms';
import { inTurn } from '../../jobs/in-turn';
import type { JobSummary } from '../../jobs/job';
import type { Cursor } from '../../jobs/records';
import { retryJob } from '../../jobs/retry-job';
import { searchJobs } from '../../jobs/search-jobs';
import { isResent, type RequestScope } from '../dialect';
import { accept, idempotencyKey, readJson } from '../door';
import { detailOf } from './detail';
import { asQueued, fromJob, fromPage, LIGHT } from './from-job';
import { CreateJobBody, JobQuery, JobsQuery } from './job-wire';
import { listStream } from './list-stream';
import { endpointAt } from './run-endpoints';
import { startJob } from './start-job';
import { toJobFilter } from './to-filter';

/**
 * How long a job can be cancelled before its work begins, in milliseconds. The vendor's clients expect to be able to cancel
 * what they have just made, and look at it again after two seconds.
 */
const DELAY_MS = 500;

/** Full views read at the same time for one list. */
const READ_AT_ONCE = 3;

export const jobRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const { endpoint, request, metadata } = accept(CreateJobBody, await readJson(req.raw, env));
    const { headers } = req.raw;
    const { job, joined } = await startJob(env, endpointAt(endpoint), request, () => ({
      labels: metadata ?? {},
      priority: 'normal',
      idempotencyKey: idempotencyKey(headers),
      joinsSame: isResent(headers),
      receivedAt: env.receivedAt,
      delayMs: DELAY_MS,
    }));
    return json(fromJob(joined ? job : asQueued(job), { ...LIGHT, request }));
  })
  .get('/', async ({ req, env, json }) => {
    const query = accept(JobsQuery, { ...req.query(), document_type: req.queries('document_type') });
    const filter = toJobFilter(query, await cursorOf(env, query));
    const page = await searchJobs(env.ports, env.caller, filter);
    const list = fromPage(page, Boolean(query.before));
    const render = async (job: JobSummary) => fromJob(job, await detailOf(env, job, query));
    if (!query.include_request) return json({ ...list, data: await inTurn(page.items, READ_AT_ONCE, render) });
    const stream = listStream(list, inOrder(page.items, render), (error) =>
      env.log.error('stream-failed', error, { request_id: env.requestId }),
    );
    return new Response(stream, { headers: { 'content-type': 'application/json' } });
  })
  .get('/:id', async ({ req, env, json }) => {
    const query = accept(JobQuery, req.query());
    return json(
      await ofJob(req.param('id'), async (id) => {
        const job = await getJob(env.ports, env.caller, id);
        return fromJob(job, await detailOf(env, job, query));
      }),
    );
  })
  .get('/:id/status', async ({ req, env, json }) =>
    json(await ofJob(req.param('id'), async (id) => fromJob(await getJob(env.ports, env.caller, id)))),
  )
  .post('/:id/cancel', async ({ req, env, json }) =>
    json(await ofJob(req.param('id'), async (id) => fromJob(await cancelJob(env.ports, env.caller, id)))),
  )
  .post('/:id/retry', async ({ req, env, json }) =>
    json(await ofJob(req.param('id'), async (id) => fromJob(asQueued(await retryJob(env.ports, env.caller, id))))),
  );

/** Speaks of the job by the id it was asked for: one that is none, unknown or another account's is equally not there. */
async function ofJob<Answer>(asked: string, answer: (id: string) => Promise<Answer>): Promise<Answer> {
  const unknown = new JobError('not-found', `Job ${asked} does not exist`);
  const id = readId(asked);
  if (id === null) throw unknown;
  try {
    return await answer(id);
  } catch (error) {
    if (!(error instanceof JobError)) throw error;
    if (error.code === 'not-found') throw unknown;
    throw new JobError(error.code, error.message.replace(id, asked), error.details);
  }
}

/** The place in the list of the job that either of them names. Throws `invalid-request` for one that is not there. */
async function cursorOf({ ports, caller }: RequestScope, { before, after }: JobsQuery): Promise<Cursor | null> {
  const asked = before || after;
  if (!asked) return null;
  const id = readId(asked);
  const one = { limit: 1, offset: 0, order: 'desc', after: null } as const;
  const found = id === null ? [] : (await searchJobs(ports, caller, { ...one, ids: [id] })).items;
  if (found[0] !== undefined) return found[0];
  const field = before ? 'before' : 'after';
  const message = `${field}: "${asked}" is no job to page from; send first_id as before, last_id as after`;
  throw new JobError('invalid-request', message, { field });
}

async function* inOrder<Item, Result>(
  items: readonly Item[],
  render: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  for (const item of items) yield await render(item);
}
