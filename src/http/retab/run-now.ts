/** A job of an endpoint, waited for. */
import { Hono } from 'hono';
import { awaitJob } from '../../jobs/await-job';
import { getResult } from '../../jobs/get-result';
import type { JsonObject } from '../../schema/json';
import { isResent, type RequestScope } from '../dialect';
import { accept, idempotencyKey, readJson } from '../door';
import { Body } from './document-wire';
import type { Answer, Endpoint } from './endpoint';
import { startJob } from './start-job';

/** Longest a caller is kept waiting, in seconds: while the same request, sent again after that, still finds its job. */
const PATIENCE_SECONDS = 540;

/** What `read` answers, with the documents in it, is let go of before the wait begins. */
export async function runNow<Answered extends Answer>(
  scope: RequestScope,
  endpoint: Endpoint<Answered>,
  headers: Headers,
  read: () => Promise<JsonObject>,
): Promise<Answered> {
  const id = await started(scope, endpoint, headers, read);
  await awaitJob(scope.ports, scope.caller, id, PATIENCE_SECONDS);
  return endpoint.answer(scope, await getResult(scope.ports, scope.caller, id));
}

/** Clients send a request again without a sign of it; `bust_cache` is how they ask for another reading. */
async function started(
  scope: RequestScope,
  endpoint: Endpoint,
  headers: Headers,
  read: () => Promise<JsonObject>,
): Promise<string> {
  const { job } = await startJob(scope, endpoint, await read(), ({ command }) => ({
    priority: 'high',
    idempotencyKey: idempotencyKey(headers),
    joinsSame: !command.options.fresh || isResent(headers),
  }));
  return job.id;
}

/** The endpoint called straight. */
export const routeOf = (endpoint: Endpoint) =>
  new Hono<{ Bindings: RequestScope }>().post('/', async ({ req, env, json }) =>
    json(await runNow(env, endpoint, req.raw.headers, async () => accept(Body, await readJson(req.raw, env)))),
  );
