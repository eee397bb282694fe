/** https://talonic.com/docs/api/documents; the upload is this server's addition. */
import { Hono } from 'hono';
import { deleteDocument } from '../../jobs/delete-document';
import { filterDocuments } from '../../jobs/filter-documents';
import { getDocument } from '../../jobs/get-document';
import { listDocuments } from '../../jobs/list-documents';
import { listExtractions } from '../../jobs/list-extractions';
import { openUpload } from '../../jobs/open-upload';
import { reExtractDocument } from '../../jobs/re-extract-document';
import { getMarkdown } from '../../jobs/read-markdown';
import { storeSent } from '../../jobs/store-sent';
import type { RequestScope } from '../dialect';
import { accept, acceptId, idempotencyKey, readJson } from '../door';
import { type DocumentMarkdown, DocumentsQuery, ReExtractBody } from './document-wire';
import { DocumentExtractionsQuery } from './extraction-wire';
import { FilterBody } from './filter-wire';
import { fromDocument, fromDocuments, fromReExtraction, fromUploadSession } from './from-document';
import { fromExtractions } from './from-extraction';
import { fromFiltered } from './from-filter';
import { toDocumentExtractionFilter, toDocumentFilter, toReExtract } from './to-command';
import { toFilterDocuments } from './to-filter';
import { readUpload } from './upload';
import { UploadSessionBody } from './upload-wire';
import type { Deleted } from './wire';

export const documentRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const { id } = await storeSent(env.ports, env.caller, await readUpload(env, req.raw));
    return json(fromDocument(await getDocument(env.ports, env.caller, id), env.origin), 201);
  })
  .get('/', async ({ req, env, json }) => {
    const filter = toDocumentFilter(accept(DocumentsQuery, req.query()));
    return json(fromDocuments(await listDocuments(env.ports, env.caller, filter), filter.limit, env.origin));
  })
  .post('/filter', async ({ req, env, json }) => {
    const command = toFilterDocuments(accept(FilterBody, await readJson(req.raw, env)));
    return json(fromFiltered(await filterDocuments(env.ports, env.caller, command), command));
  })
  .post('/upload-session', async ({ req, env, json }) => {
    const announced = { ...accept(UploadSessionBody, await readJson(req.raw, env)), externalId: null, purpose: null };
    return json(fromUploadSession(await openUpload(env.ports, env.caller, announced), env), 201);
  })
  .get('/:id', async ({ req, env, json }) =>
    json(fromDocument(await getDocument(env.ports, env.caller, acceptId(req.param('id'))), env.origin)),
  )
  .get('/:id/markdown', async ({ req, env, json }) => {
    const id = acceptId(req.param('id'));
    const markdown = await getMarkdown(env.ports, env.caller, id);
    return json({ document_id: id, markdown } satisfies DocumentMarkdown);
  })
  .get('/:id/extractions', async ({ req, env, json }) => {
    const id = acceptId(req.param('id'));
    const filter = toDocumentExtractionFilter(id, accept(DocumentExtractionsQuery, req.query()));
    await getDocument(env.ports, env.caller, id);
    return json(fromExtractions(await listExtractions(env.ports, env.caller, filter), filter.limit, env.origin));
  })
  .post('/:id/re-extract', async ({ req, env, json }) => {
    const id = acceptId(req.param('id'));
    const body = accept(ReExtractBody, await readJson(req.raw, env));
    const command = toReExtract(id, body, idempotencyKey(req.raw.headers));
    return json(fromReExtraction(id, await reExtractDocument(env.ports, env.caller, command)));
  })
  .delete('/:id', async ({ req, env, json }) => {
    const id = acceptId(req.param('id'));
    await deleteDocument(env.ports, env.caller, id);
    return json({ deleted: true, id } satisfies Deleted);
  });
