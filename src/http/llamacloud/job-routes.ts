/** https://developers.llamaindex.ai — LlamaExtract, extraction jobs; cancelling is this server's own. Literal paths first. */
import { Hono } from 'hono';
import { cancelJob } from '../../jobs/cancel-job';
import { JobError } from '../../jobs/errors';
import { getFirstDocument } from '../../jobs/first-document';
import { getJob } from '../../jobs/get-job';
import { readExtraction } from '../../jobs/get-result';
import type { JobSummary } from '../../jobs/job';
import { PLAIN_DOCUMENT } from '../../jobs/store-document';
import { storeSent } from '../../jobs/store-sent';
import type { RequestScope } from '../dialect';
import { agentOf, defaultAgentId, findAgent } from './agents';
import { acceptBody, acceptForm, acceptPathId, acceptQuery } from './door';
import { readUpload } from './file-upload';
import { fromFirst, fromJob, fromResult } from './from-job';
import { BatchBody, CreateJobBody, CreateJobQuery, JobFileForm, JobsQuery } from './job-wire';
import { listAgentJobs } from './list-agent-jobs';
import { makeJobs } from './make-jobs';
import { acceptProject, projectOf } from './project';
import { LLAMACLOUD_JOB_STATUS } from './status';
import { toJob } from './to-job';

const jobId = (id: string): string => acceptPathId('job_id', id);
const fromUi = (query: Record<string, string>) => ({ fromUi: acceptQuery(CreateJobQuery, query).from_ui });

async function render({ ports, caller }: RequestScope, job: JobSummary) {
  const [agent, first, project] = await Promise.all([
    agentOf(ports, caller, job),
    getFirstDocument(ports, caller, job.id),
    projectOf(caller),
  ]);
  return fromJob(job, agent, fromFirst(first, project.id), project.id);
}

export const jobRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const query = fromUi(req.query());
    const body = await acceptBody(CreateJobBody, req.raw, env);
    const agent = await findAgent(env.ports, env.caller, body.extraction_agent_id);
    const plan = toJob(agent, body, query);
    const [job] = await makeJobs(env, req.raw.headers, plan, agent, [{ id: body.file_id, filename: null }]);
    return json(job);
  })
  .get('/', async ({ req, env, json }) => {
    const query = acceptQuery(JobsQuery, req.query());
    const agent = await findAgent(env.ports, env.caller, query.extraction_agent_id);
    return json(await listAgentJobs(env, agent, query));
  })
  .post('/file', async ({ req, env, json }) => {
    const query = fromUi(req.query());
    const body = acceptForm(JobFileForm, await readUpload(req.raw, env, 'file'));
    const agent = await findAgent(env.ports, env.caller, body.extraction_agent_id);
    const plan = toJob(agent, body, query);
    // Shared by content, so that the same upload sent again is the same request.
    const traits = { id: null, ...PLAIN_DOCUMENT, purpose: 'extract' };
    const { id } = await storeSent(env.ports, env.caller, body.file, traits);
    const [job] = await makeJobs(env, req.raw.headers, plan, agent, [{ id, filename: body.file.filename }]);
    return json(job);
  })
  .post('/batch', async ({ req, env, json }) => {
    const query = fromUi(req.query());
    const body = await acceptBody(BatchBody, req.raw, env);
    const agent = await findAgent(env.ports, env.caller, body.extraction_agent_id);
    const files = body.file_ids.map((id) => ({ id, filename: null }));
    return json(await makeJobs(env, req.raw.headers, toJob(agent, body, query), agent, files));
  })
  .get('/:id', async ({ req, env, json }) =>
    json(await render(env, await getJob(env.ports, env.caller, jobId(req.param('id'))))),
  )
  .post('/:id/cancel', async ({ req, env, json }) =>
    json(await render(env, await cancelJob(env.ports, env.caller, jobId(req.param('id'))))),
  )
  .get('/:id/result', async ({ req, env, json }) => {
    await acceptProject(env.caller, req.query());
    const job = await getJob(env.ports, env.caller, jobId(req.param('id')));
    if (job.status !== 'completed') {
      const status = LLAMACLOUD_JOB_STATUS[job.status];
      throw new JobError('not-found', `Result not found: job ${job.id} is ${status}; check its status`);
    }
    const { extraction } = await getFirstDocument(env.ports, env.caller, job.id);
    const agentId = job.agentId ?? (await defaultAgentId(env.caller));
    return json(fromResult(await readExtraction(env.ports, env.caller, extraction), agentId));
  });
