/** https://docs.retab.com (Projects, Evals): runs that are waited for. What a path names and is not there is not found. */
import { Hono } from 'hono';
import { getIterationOf } from '../../../jobs/projects/get-iteration';
import { getProject } from '../../../jobs/projects/get-project';
import type { Measured } from '../../../jobs/projects/project';
import type { RequestScope } from '../../dialect';
import type { Answer, Endpoint } from '../endpoint';
import type { Extracted } from '../extract-wire';
import { runNow } from '../run-now';
import { STREAM_TYPE, toStream } from '../to-stream';
import { iterationIn, operationIn, type Params, projectIn } from './place';
import { evalExtract, evalSplit, PROCESS, projectExtract } from './run-endpoints';
import { runRequest } from './run-request';

async function run(scope: RequestScope, endpoint: Endpoint, request: Request, params: Params): Promise<Answer> {
  if (params.project !== undefined) {
    const { operation, id } = projectIn(params);
    const project = await getProject(scope.ports, scope.caller, operation, id);
    if (params.iteration !== undefined) await getIterationOf(scope.ports, scope.caller, project, iterationIn(params));
  }
  return runNow(scope, endpoint, request.headers, () => runRequest(scope, endpoint, request, params));
}

const streamed = (answer: Answer): Response =>
  new Response(toStream(answer as Extracted), { headers: { 'content-type': STREAM_TYPE } });

/** The document of the request, by the project that the path or the request names. */
const EXTRACT = { extract: evalExtract, split: PROCESS.split, classify: PROCESS.classify } as const satisfies Record<
  Measured,
  Endpoint
>;

const PLACES = ['/', '/:project', '/:project/:iteration'];

export const projectRuns = new Hono<{ Bindings: RequestScope }>().on('POST', PLACES, async ({ req, env, json }) =>
  json(await run(env, projectExtract, req.raw, req.param())),
);

/** Where older clients split. */
export const projectSplits = new Hono<{ Bindings: RequestScope }>().post('/:project', async ({ req, env, json }) =>
  json(await run(env, evalSplit, req.raw, { ...req.param(), kind: 'split' })),
);

export const evalRuns = new Hono<{ Bindings: RequestScope }>()
  .on('POST', ['/:project/stream', '/:project/:iteration/stream'], async ({ req, env }) =>
    streamed(await run(env, EXTRACT.extract, req.raw, { ...req.param(), kind: 'extract' })),
  )
  .on('POST', PLACES, async ({ req, env, json }) =>
    json(await run(env, EXTRACT[operationIn(req.param())], req.raw, req.param())),
  );

export const evalSplits = new Hono<{ Bindings: RequestScope }>().post('/', async ({ req, env, json }) =>
  json(await run(env, evalSplit, req.raw, {})),
);

/** A dataset, or a document of one, beside what was expected of it. */
export const evalProcesses = new Hono<{ Bindings: RequestScope }>().post('/', async ({ req, env, json }) =>
  json(await run(env, PROCESS[operationIn(req.param())], req.raw, {})),
);
