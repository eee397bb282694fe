/** https://talonic.com/docs/api/sources */
import { Hono } from 'hono';
import { createSource } from '../../jobs/create-source';
import { deleteSource } from '../../jobs/delete-source';
import { getSource } from '../../jobs/get-source';
import { listSources } from '../../jobs/list-sources';
import { receiveFromSource } from '../../jobs/receive-from-source';
import { updateSource } from '../../jobs/update-source';
import type { RequestScope } from '../dialect';
import { accept, acceptId, idempotencyKey, readJson } from '../door';
import { fromReceived, fromSource, fromSources } from './from-source';
import { ListQuery, toWindow } from './list-window';
import { readSourceDocument } from './source-document';
import { CreateSourceBody, UpdateSourceBody } from './source-wire';
import type { Deleted } from './wire';

/** What a source is unless it is said: documents come through the API. */
const USUAL_TYPE = 'api';

export const sourceRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const { name, type } = accept(CreateSourceBody, await readJson(req.raw, env));
    const command = { name, type: type ?? USUAL_TYPE, idempotencyKey: idempotencyKey(req.raw.headers) };
    return json(fromSource(await createSource(env.ports, env.caller, command)), 201);
  })
  .get('/', async ({ req, env, json }) => {
    const window = toWindow(accept(ListQuery, req.query()));
    return json(fromSources(await listSources(env.ports, env.caller, window), window.limit));
  })
  .get('/:id', async ({ req, env, json }) =>
    json(fromSource(await getSource(env.ports, env.caller, acceptId(req.param('id'))))),
  )
  .on(['PATCH', 'PUT'], '/:id', async ({ req, env, json }) => {
    const id = acceptId(req.param('id'));
    const change = accept(UpdateSourceBody, await readJson(req.raw, env));
    return json(fromSource(await updateSource(env.ports, env.caller, id, change)));
  })
  .delete('/:id', async ({ req, env, json }) => {
    const id = acceptId(req.param('id'));
    await deleteSource(env.ports, env.caller, id);
    return json({ deleted: true, id } satisfies Deleted);
  })
  .post('/:id/documents', async ({ req, env, json }) => {
    const id = acceptId(req.param('id'));
    await getSource(env.ports, env.caller, id);
    const command = await readSourceDocument(env, id, req.raw);
    const received = await receiveFromSource(env.ports, env.caller, command);
    return json(fromReceived(received, command.file.filename, env.origin), received.isDuplicate ? 200 : 201);
  });
