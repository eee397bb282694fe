/** https://talonic.com/docs/api/jobs; retry, events and ?wait are this server's additions. */
import { Hono } from 'hono';
import { cancelJob } from '../../jobs/cancel-job';
import { countStream } from '../../jobs/count-stream';
import { createJob } from '../../jobs/create-job';
import { followJob } from '../../jobs/follow-job';
import { getJob } from '../../jobs/get-job';
import { getResult } from '../../jobs/get-result';
import type { JobSummary } from '../../jobs/job';
import { listJobs } from '../../jobs/list-jobs';
import { retryJob } from '../../jobs/retry-job';
import type { RequestScope } from '../dialect';
import { accept, acceptId, idempotencyKey, readJson } from '../door';
import { eventStream, unreadStream } from './event-stream';
import { fromCreatedJob, fromJob, fromJobs } from './from-job';
import { fromResult } from './from-result';
import { CreateJobBody, EventsQuery, JobQuery, JobsQuery } from './job-wire';
import { toCreateJob, toJobFilter } from './to-command';

const render = (scope: RequestScope, job: JobSummary) => fromJob(job, scope.ports.clock(), scope.origin);

export const jobRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const body = accept(CreateJobBody, await readJson(req.raw, env));
    const { job } = await createJob(env.ports, env.caller, toCreateJob(body, idempotencyKey(req.raw.headers)));
    return json(fromCreatedJob(job), 201);
  })
  .get('/', async ({ req, env, json }) => {
    const filter = toJobFilter(accept(JobsQuery, req.query()));
    const listing = await listJobs(env.ports, env.caller, filter);
    return json(fromJobs(listing, filter.limit, env.ports.clock(), env.origin));
  })
  .get('/:id', async ({ req, env, json }) => {
    const { wait } = accept(JobQuery, req.query());
    return json(render(env, await getJob(env.ports, env.caller, acceptId(req.param('id')), wait ?? 0)));
  })
  .get('/:id/results', async ({ req, env, json }) =>
    json(fromResult(await getResult(env.ports, env.caller, acceptId(req.param('id'))))),
  )
  .get('/:id/events', async ({ req, env }) => {
    const id = acceptId(req.param('id'));
    const { last_event_id } = accept(EventsQuery, {
      last_event_id: req.header('last-event-id') ?? req.query('last_event_id'),
    });
    // Refuses while there still is a status to refuse with.
    await getJob(env.ports, env.caller, id);
    if (req.method === 'HEAD') return unreadStream();
    const events = followJob(env.ports, env.caller, id, last_event_id ?? 0);
    return eventStream(await countStream(env.ports, env.caller, events), {
      signal: req.raw.signal,
      onError: (error) => env.log.error('stream-failed', error, { request_id: env.requestId, job: id }),
      later: env.later,
    });
  })
  .post('/:id/cancel', async ({ req, env, json }) =>
    json(render(env, await cancelJob(env.ports, env.caller, acceptId(req.param('id'))))),
  )
  .post('/:id/retry', async ({ req, env, json }) =>
    json(render(env, await retryJob(env.ports, env.caller, acceptId(req.param('id'))))),
  );
