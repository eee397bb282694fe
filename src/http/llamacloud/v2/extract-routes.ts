/** /api/v2/extract. Literal paths stand before those with an id. */
import { Hono } from 'hono';
import { cancelJob } from '../../../jobs/cancel-job';
import { deleteJob } from '../../../jobs/delete-job';
import { getJob } from '../../../jobs/get-job';
import { schemaLimitsOf } from '../../../jobs/limits';
import { proposeSchema } from '../../../jobs/propose-schema';
import { searchJobs } from '../../../jobs/search-jobs';
import { isResent, type RequestScope } from '../../dialect';
import { idempotencyKey } from '../../door';
import { type SchemaAnswer, ValidateSchemaBody } from '../agent-wire';
import { readDataSchema } from '../data-schema';
import { acceptBody, acceptPathId, acceptQuery } from '../door';
import { toPageBody } from '../page-window';
import { acceptProject } from '../project';
import { toProposal } from '../to-agent';
import { PLAIN_SETTINGS, PRODUCT } from './configuration-wire';
import { type ConfigurationCreate, CreateExtractBody, ExtractQuery, ExtractsQuery, GenerateBody } from './extract-wire';
import { fromJob } from './from-job';
import { viewJob, viewJobs } from './job-view';
import { startExtract } from './start-extract';
import { toJobFilter } from './to-command';

const NOTHING_MORE: ReadonlySet<string> = new Set();

const jobId = (id: string): string => acceptPathId('job_id', id);

export const extractRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const project = await acceptProject(env.caller, req.query());
    const body = await acceptBody(CreateExtractBody, req.raw, env);
    const { headers } = req.raw;
    const { receivedAt } = env;
    const repeated = { idempotencyKey: idempotencyKey(headers), joinsSame: isResent(headers), receivedAt };
    return json(fromJob(await startExtract(env, body, repeated), project.id, NOTHING_MORE));
  })
  .get('/', async ({ req, env, json }) => {
    const { ports, caller } = env;
    const project = await acceptProject(caller, req.query());
    const lists = { job_ids: req.queries('job_ids') ?? [], expand: req.queries('expand') ?? [] };
    const query = acceptQuery(ExtractsQuery, { ...req.query(), ...lists });
    const { items, next } = await searchJobs(ports, caller, toJobFilter(query));
    const views = await viewJobs(ports, caller, items);
    return json(
      toPageBody(
        views.map((view) => fromJob(view, project.id, query.expand)),
        next,
        null,
      ),
    );
  })
  .post('/schema/validation', async ({ req, env, json }) => {
    const { data_schema } = await acceptBody(ValidateSchemaBody, req.raw, env);
    return json({
      data_schema: readDataSchema(data_schema, schemaLimitsOf(env.ports.settings.limits)).strict,
    } satisfies SchemaAnswer);
  })
  .post('/schema/generate', async ({ req, env, json }) => {
    const { ports, caller } = env;
    await acceptProject(caller, req.query());
    const { name, ...asked } = await acceptBody(GenerateBody, req.raw, env);
    const data_schema = readDataSchema(await proposeSchema(ports, caller, toProposal(asked))).given;
    return json({
      name: name ?? `Schema ${ports.ids().slice(0, 8)}`,
      parameters: { product_type: PRODUCT, ...PLAIN_SETTINGS, data_schema },
    } satisfies ConfigurationCreate);
  })
  .get('/:id', async ({ req, env, json }) => {
    const { ports, caller } = env;
    const project = await acceptProject(caller, req.query());
    const { expand } = acceptQuery(ExtractQuery, { expand: req.queries('expand') ?? [] });
    const job = await getJob(ports, caller, jobId(req.param('id')));
    return json(fromJob(await viewJob(ports, caller, job), project.id, expand));
  })
  .post('/:id/cancel', async ({ req, env, json }) => {
    const { ports, caller } = env;
    const project = await acceptProject(caller, req.query());
    const job = await cancelJob(ports, caller, jobId(req.param('id')));
    return json(fromJob(await viewJob(ports, caller, job), project.id, NOTHING_MORE));
  })
  .delete('/:id', async ({ req, env, json }) => {
    await acceptProject(env.caller, req.query());
    await deleteJob(env.ports, env.caller, jobId(req.param('id')));
    return json({});
  });
