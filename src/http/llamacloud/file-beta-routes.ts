/** /api/v1/beta/files: files as the current clients know them. */
import { type Context, Hono } from 'hono';
import { deleteDocument } from '../../jobs/delete-document';
import { getDocument } from '../../jobs/get-document';
import { inTurn } from '../../jobs/in-turn';
import { listDocuments } from '../../jobs/list-documents';
import type { DocumentFilter } from '../../jobs/records';
import type { RequestScope } from '../dialect';
import { acceptBody, acceptForm, acceptPathId, acceptQuery } from './door';
import { fileContent, openLink } from './file-content';
import { fromQueryBody, toFileFilter } from './file-filter';
import { readUpload, storeFile } from './file-upload';
import { CreateFileForm, FileQuery, FilesQuery, LINK_SECONDS, QueryFilesBody } from './file-wire';
import { fromFileV2 } from './from-file';
import { toPageBody } from './page-window';
import { acceptProject } from './project';

type Ask = Context<{ Bindings: RequestScope }>;

export const fileBetaRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const project = await acceptProject(env.caller, req.query());
    const { file, purpose, external_file_id } = acceptForm(CreateFileForm, await readUpload(req.raw, env, 'file'));
    const stored = await storeFile(env, file, { externalId: external_file_id || null, purpose });
    return json(fromFileV2(stored, project.id), 201);
  })
  .get('/', async (ask) => {
    const { req } = ask;
    const lists = { file_ids: req.queries('file_ids') ?? [], expand: req.queries('expand') ?? [] };
    const query = acceptQuery(FilesQuery, { ...req.query(), ...lists });
    return listed(ask, toFileFilter(query), query.expand);
  })
  .post('/query', async (ask) =>
    listed(ask, fromQueryBody(await acceptBody(QueryFilesBody, ask.req.raw, ask.env)), false),
  )
  .get('/:id', async ({ req, env, json }) => {
    const project = await acceptProject(env.caller, req.query());
    const { expand } = acceptQuery(FileQuery, { expand: req.queries('expand') ?? [] });
    const { document } = await getDocument(env.ports, env.caller, acceptPathId('file_id', req.param('id')));
    return json(fromFileV2(document, project.id, expand ? await openLink(env, document.id, LINK_SECONDS) : null));
  })
  .get('/:id/content', fileContent)
  .delete('/:id', async ({ req, env, body }) => {
    await acceptProject(env.caller, req.query());
    await deleteDocument(env.ports, env.caller, acceptPathId('file_id', req.param('id')));
    return body(null, 204);
  });

/** Links made at the same time: an invocation has six connections. */
const LINKS_AT_ONCE = 5;

async function listed({ req, env, json }: Ask, filter: DocumentFilter, withLinks: boolean): Promise<Response> {
  const project = await acceptProject(env.caller, req.query());
  const { items, next, total } = await listDocuments(env.ports, env.caller, filter);
  const files = await inTurn(items, LINKS_AT_ONCE, async ({ document }) =>
    fromFileV2(document, project.id, withLinks ? await openLink(env, document.id, LINK_SECONDS) : null),
  );
  return json(toPageBody(files, next, total));
}
