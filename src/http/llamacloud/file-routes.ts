/** /api/v1/files: files of the first generation. */
import { Hono } from 'hono';
import { deleteDocument } from '../../jobs/delete-document';
import { fetchDocument } from '../../jobs/fetch-document';
import { getDocument } from '../../jobs/get-document';
import { openUpload } from '../../jobs/open-upload';
import type { RequestScope } from '../dialect';
import { acceptBody, acceptForm, acceptPathId, acceptQuery } from './door';
import { fileContent } from './file-content';
import { readUpload, refuseTooLarge, storeFile } from './file-upload';
import {
  AnnounceFileBody,
  ExternalIdQuery,
  FileFromUrlBody,
  LinkQuery,
  type PresignedUpload,
  UploadFileForm,
} from './file-wire';
import { fromFile } from './from-file';
import { acceptProject } from './project';
import { toPresignedUrl } from './signed-url';
import { toFetchDocument } from './to-fetch-document';

export const fileRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const { id } = await acceptProject(env.caller, req.query());
    const { external_file_id } = acceptQuery(ExternalIdQuery, req.query());
    const { upload_file } = acceptForm(UploadFileForm, await readUpload(req.raw, env, 'upload_file'));
    const externalId = external_file_id || null;
    return json(fromFile(await storeFile(env, upload_file, { externalId, purpose: null }), id));
  })
  .put('/', async ({ req, env, json }) => {
    await acceptProject(env.caller, req.query());
    const { expires_at_seconds: lifetimeSeconds } = acceptQuery(LinkQuery, req.query());
    const { name: filename, external_file_id, file_size } = await acceptBody(AnnounceFileBody, req.raw, env);
    refuseTooLarge(file_size ?? 0, env.ports.settings.limits);
    const announced = { filename, externalId: external_file_id || null, purpose: null, lifetimeSeconds };
    const opened = await openUpload(env.ports, env.caller, announced);
    return json({ ...toPresignedUrl(opened, env), file_id: opened.documentId } satisfies PresignedUpload);
  })
  .put('/upload_from_url', async ({ req, env, json }) => {
    const { id } = await acceptProject(env.caller, req.query());
    const { external_file_id } = acceptQuery(ExternalIdQuery, req.query());
    const file = await fetchDocument(env.ports, toFetchDocument(await acceptBody(FileFromUrlBody, req.raw, env)));
    return json(fromFile(await storeFile(env, file, { externalId: external_file_id || null, purpose: null }), id));
  })
  .get('/:id', async ({ req, env, json }) => {
    const project = await acceptProject(env.caller, req.query());
    const { document } = await getDocument(env.ports, env.caller, acceptPathId('id', req.param('id')));
    return json(fromFile(document, project.id));
  })
  .get('/:id/content', fileContent)
  .delete('/:id', async ({ req, env, body }) => {
    await acceptProject(env.caller, req.query());
    await deleteDocument(env.ports, env.caller, acceptPathId('id', req.param('id')));
    return body(null, 204);
  });
