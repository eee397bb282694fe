/** https://developers.llamaindex.ai — LlamaExtract, extraction without an agent. */
import { Hono } from 'hono';
import type { DocumentChoice } from '../../jobs/choose-documents';
import { PLAIN_DOCUMENT, type StoreDocument } from '../../jobs/store-document';
import { storeSent } from '../../jobs/store-sent';
import type { RequestScope } from '../dialect';
import { findDefaultAgent } from './agents';
import { acceptBody } from './door';
import { fileType } from './file-type';
import { makeJobs } from './make-jobs';
import { acceptProject } from './project';
import { StatelessBody } from './stateless-wire';
import { toStatelessJob } from './to-job';

export const statelessRoute = new Hono<{ Bindings: RequestScope }>().post('/', async ({ req, env, json }) => {
  await acceptProject(env.caller, req.query());
  const body = await acceptBody(StatelessBody, req.raw, env);
  const plan = toStatelessJob(body);
  const file = await fileOf(env, body);
  const [job] = await makeJobs(env, req.raw.headers, plan, await findDefaultAgent(env.ports, env.caller), [file]);
  return json(job);
});

/** The stored file, or what came in the body. */
async function fileOf({ ports, caller }: RequestScope, body: StatelessBody): Promise<DocumentChoice> {
  if (body.file_id) return { id: body.file_id, filename: null };
  const file = inlineFile(body);
  // Shared by content, so that the same request sent again is the same request.
  const { id } = await storeSent(ports, caller, file, { id: null, ...PLAIN_DOCUMENT, purpose: 'extract' });
  return { id, filename: file.filename };
}

function inlineFile({ text, file }: StatelessBody): StoreDocument {
  if (file) {
    const [mediaType = ''] = file.mime_type.toLowerCase().split(';');
    return { filename: `document.${fileType(mediaType.trim(), '') ?? 'bin'}`, bytes: file.data };
  }
  return { filename: 'text.txt', bytes: new TextEncoder().encode(text ?? '') };
}
