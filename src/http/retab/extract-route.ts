/** https://docs.retab.com (Extract): a job of one document, waited for. */
import { Hono } from 'hono';
import { awaitExtraction } from '../../jobs/await-extraction';
import { isResent, type RequestScope } from '../dialect';
import { accept, idempotencyKey, readJson } from '../door';
import { Body } from './extract-wire';
import { fromResult } from './from-result';
import { startExtract } from './start-extract';
import { STREAM_TYPE, toStream } from './to-stream';

/** Longest a caller is kept waiting, in seconds: while the same request, sent again after that, still finds its job. */
const PATIENCE_SECONDS = 540;

export const extractRoute = new Hono<{ Bindings: RequestScope }>().post('/', async ({ req, env, json }) => {
  const body = accept(Body, await readJson(req.raw));
  const { job } = await startExtract(
    env,
    body,
    (request) => request.metadata,
    // Clients send a request again without a sign of it; `bust_cache` is how they ask for another reading.
    (request) => ({
      priority: 'high',
      idempotencyKey: idempotencyKey(req.raw.headers),
      joinsSame: request.bust_cache !== true || isResent(req.raw.headers),
    }),
  );
  const { request, result } = await awaitExtraction(env.ports, env.caller, job.id, PATIENCE_SECONDS);
  const answer = fromResult({ request, createdAt: job.createdAt, rows: [result] });
  if (body.stream !== true) return json(answer);
  return new Response(toStream(answer), { headers: { 'content-type': STREAM_TYPE } });
});
