/** https://developers.llamaindex.ai — LlamaExtract, extraction runs. Literal paths stand before those with an id. */
import { Hono } from 'hono';
import { deleteJob } from '../../jobs/delete-job';
import { JobError } from '../../jobs/errors';
import { type FirstDocument, getFirstDocument, withDocuments } from '../../jobs/first-document';
import { findExtraction } from '../../jobs/get-extraction';
import { getJob } from '../../jobs/get-job';
import { inTurn } from '../../jobs/in-turn';
import { listExtractions } from '../../jobs/list-extractions';
import { readIfKept } from '../../jobs/read-if-kept';
import type { ExtractionRecord } from '../../jobs/records';
import { unless } from '../../jobs/unless';
import type { RequestScope } from '../dialect';
import { defaultAgentId, findAgent } from './agents';
import { acceptPathId, acceptQuery } from './door';
import { fromRun } from './from-run';
import { acceptProject, projectOf } from './project';
import { type ExtractRun, LatestRunQuery, type RunList, RunsQuery } from './run-wire';
import { toLatestRunFilter, toRunFilter } from './to-run-filter';

/** Results read at the same time: an invocation has six connections. */
const READS_AT_ONCE = 4;

async function render({ ports, caller }: RequestScope, first: FirstDocument): Promise<ExtractRun> {
  const agentId = first.extraction.agentId ?? (await defaultAgentId(caller));
  const read = await readIfKept(ports, caller, first.extraction);
  return fromRun(first, read, agentId, (await projectOf(caller)).id);
}

/** Those of a job that was deleted are left out: the index may know of it a moment later. */
async function renderAll(env: RequestScope, extractions: readonly ExtractionRecord[]): Promise<ExtractRun[]> {
  const firsts = await withDocuments(env.ports, env.caller, extractions);
  const runs = await inTurn(firsts, READS_AT_ONCE, (first) => render(env, first).catch(unless('not-found')));
  return runs.filter((run) => run !== null);
}

const findRun = async ({ ports, caller }: RequestScope, id: string): Promise<ExtractionRecord> =>
  findExtraction(ports, caller, acceptPathId('run_id', id));

export const runRoutes = new Hono<{ Bindings: RequestScope }>()
  .get('/', async ({ req, env, json }) => {
    const { extraction_agent_id, skip, limit } = acceptQuery(RunsQuery, req.query());
    const agent = await findAgent(env.ports, env.caller, extraction_agent_id);
    const { items, total } = await listExtractions(env.ports, env.caller, toRunFilter(agent, skip, limit));
    return json({ items: await renderAll(env, items), total, skip, limit } satisfies RunList);
  })
  .get('/latest-from-ui', async ({ req, env, json }) => {
    const { extraction_agent_id } = acceptQuery(LatestRunQuery, req.query());
    const agent = await findAgent(env.ports, env.caller, extraction_agent_id);
    const { items } = await listExtractions(env.ports, env.caller, toLatestRunFilter(agent));
    const [latest = null] = await renderAll(env, items);
    return json(latest);
  })
  .get('/by-job/:id', async ({ req, env, json }) => {
    await acceptProject(env.caller, req.query());
    const id = acceptPathId('job_id', req.param('id'));
    return json(await render(env, await getFirstDocument(env.ports, env.caller, id)));
  })
  .get('/:id', async ({ req, env, json }) => {
    await acceptProject(env.caller, req.query());
    const found = await findRun(env, req.param('id'));
    const [run] = await renderAll(env, [found]);
    if (run === undefined) throw new JobError('not-found', `Extraction ${found.id} does not exist`);
    return json(run);
  })
  .delete('/:id', async ({ req, env, json }) => {
    await acceptProject(env.caller, req.query());
    const { jobId } = await findRun(env, req.param('id'));
    const { documentCount } = await getJob(env.ports, env.caller, jobId);
    if (documentCount > 1) {
      const message = `This run is one of the ${documentCount} of job ${jobId}, which would be deleted with it`;
      throw new JobError('invalid-request', message);
    }
    await deleteJob(env.ports, env.caller, jobId);
    return json({});
  });
