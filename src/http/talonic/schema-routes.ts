/** https://talonic.com/docs/api/schemas */
import { Hono } from 'hono';
import { createSchema } from '../../jobs/create-schema';
import { deleteSchema } from '../../jobs/delete-schema';
import { getSchema } from '../../jobs/get-schema';
import { listSchemas } from '../../jobs/list-schemas';
import { updateSchema } from '../../jobs/update-schema';
import type { RequestScope } from '../dialect';
import { accept, acceptSchemaId, idempotencyKey, readJson } from '../door';
import { fromSchema, fromSchemas } from './from-schema';
import { ListQuery } from './list-window';
import { CreateSchemaBody, UpdateSchemaBody } from './schema-wire';
import { toCreateSchema, toSchemaChange, toSchemaWindow } from './to-command';
import type { Deleted } from './wire';

export const schemaRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const command = toCreateSchema(
      accept(CreateSchemaBody, await readJson(req.raw, env)),
      idempotencyKey(req.raw.headers),
    );
    return json(fromSchema(await createSchema(env.ports, env.caller, command), env.origin), 201);
  })
  .get('/', async ({ req, env, json }) => {
    const window = toSchemaWindow(accept(ListQuery, req.query()));
    return json(fromSchemas(await listSchemas(env.ports, env.caller, window), window?.limit ?? null, env.origin));
  })
  .get('/:id', async ({ req, env, json }) => {
    const schema = await getSchema(env.ports, env.caller, acceptSchemaId(req.param('id')));
    return json(fromSchema(schema, env.origin));
  })
  .put('/:id', async ({ req, env, json }) => {
    const id = acceptSchemaId(req.param('id'));
    const change = toSchemaChange(accept(UpdateSchemaBody, await readJson(req.raw, env)));
    return json(fromSchema(await updateSchema(env.ports, env.caller, id, change), env.origin));
  })
  .delete('/:id', async ({ req, env, json }) => {
    const id = await deleteSchema(env.ports, env.caller, acceptSchemaId(req.param('id')));
    return json({ deleted: true, id } satisfies Deleted);
  });
