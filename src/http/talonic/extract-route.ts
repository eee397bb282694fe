/** https://talonic.com/docs/api/extract: a job of one document, waited for. */
import { Hono } from 'hono';
import { awaitExtraction } from '../../jobs/await-extraction';
import { createJob } from '../../jobs/create-job';
import { getDocument } from '../../jobs/get-document';
import { getMarkdown } from '../../jobs/read-markdown';
import type { DocumentRecord } from '../../jobs/records';
import { storeDocument } from '../../jobs/store-document';
import type { RequestScope } from '../dialect';
import { idempotencyKey } from '../door';
import { type ExtractSource, readExtractRequest } from './extract-request';
import { costHeaders, fromExtract, fromStarted } from './from-extract';
import { toExtract } from './to-command';

/** Longest a caller is kept waiting, in seconds. A client that gives up earlier asks again and joins the same job. */
const PATIENCE_SECONDS = 600;

export const extractRoute = new Hono<{ Bindings: RequestScope }>().post('/', async ({ req, env, json }) => {
  const { ports, caller, requestId, origin } = env;
  const { source, body } = await readExtractRequest(req.raw);
  const command = toExtract(body, idempotencyKey(req.raw.headers));
  const document = await documentOf(env, source);
  const sent = source.kind === 'file' ? { sha256: document.sha256 } : {};
  const { job } = await createJob(ports, caller, {
    ...command,
    documents: [{ id: document.id, filename: null, ...sent }],
  });
  if (body.options.async) return json(fromStarted(job, document, { requestId, origin, now: ports.clock() }), 202);

  const read = await awaitExtraction(ports, caller, job.id, PATIENCE_SECONDS);
  const wanted = body.include_markdown || body.options.include_markdown;
  const markdown = wanted ? await getMarkdown(ports, caller, document.id) : null;
  const hasSchema = command.schema?.kind !== 'proposed';
  return json(fromExtract({ requestId, origin, document, read, hasSchema, markdown }), 200, costHeaders(read.result));
});

async function documentOf({ ports, caller }: RequestScope, source: ExtractSource): Promise<DocumentRecord> {
  if (source.kind === 'file') return storeDocument(ports, caller, source.file);
  return (await getDocument(ports, caller, source.id)).document;
}
