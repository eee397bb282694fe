/** https://docs.retab.com (Extract): a job of one document, waited for; streamed where that is asked for. */
import { Hono } from 'hono';
import type { RequestScope } from '../dialect';
import { accept, readJson } from '../door';
import { Body } from './document-wire';
import { extractEndpoint } from './extract-endpoint';
import { runNow } from './run-now';
import { STREAM_TYPE, toStream } from './to-stream';

export const extractRoute = new Hono<{ Bindings: RequestScope }>().post('/', async ({ req, env, json }) => {
  let isStreamed = false;
  const answer = await runNow(env, extractEndpoint, req.raw.headers, async () => {
    const body = accept(Body, await readJson(req.raw, env));
    isStreamed = body.stream === true;
    return body;
  });
  if (!isStreamed) return json(answer);
  return new Response(toStream(answer), { headers: { 'content-type': STREAM_TYPE } });
});
