/** https://talonic.com/docs/api/extract: a job of one document, waited for. */
import { Hono } from 'hono';
import { awaitExtraction } from '../../jobs/await-extraction';
import { getMarkdown } from '../../jobs/read-markdown';
import type { RequestScope } from '../dialect';
import { idempotencyKey } from '../door';
import { readExtractRequest } from './extract-request';
import { costHeaders, fromExtract, fromStarted } from './from-extract';
import { keepSource, startExtraction } from './start-extraction';
import { toExtract } from './to-command';

/** Longest a caller is kept waiting, in seconds. A client that gives up earlier asks again and joins the same job. */
const PATIENCE_SECONDS = 600;

/** What came with the request is stored, and its bytes let go of: the job reads them anew, and callers wait for minutes. */
async function taken(request: Request, env: RequestScope) {
  const { source, body } = await readExtractRequest(request, env);
  const command = toExtract(body, idempotencyKey(request.headers));
  return { source: await keepSource(env, source), body, command };
}

export const extractRoute = new Hono<{ Bindings: RequestScope }>().post('/', async ({ req, env, json }) => {
  const { ports, caller, requestId, origin } = env;
  const { source, body, command } = await taken(req.raw, env);
  const { job, document } = await startExtraction(env, source, command);
  if (body.options.async) return json(fromStarted(job, document, { requestId, origin, now: ports.clock() }), 202);

  const read = await awaitExtraction(ports, caller, job.id, PATIENCE_SECONDS);
  const wanted = body.include_markdown || body.options.include_markdown;
  const markdown = wanted ? await getMarkdown(ports, caller, document.id) : null;
  const hasSchema = command.schema?.kind !== 'proposed';
  return json(fromExtract({ requestId, origin, document, read, hasSchema, markdown }), 200, costHeaders(read.result));
});
