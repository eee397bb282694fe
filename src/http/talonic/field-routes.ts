/** https://talonic.com/docs/api/fields */
import { Hono } from 'hono';
import { getField } from '../../jobs/get-field';
import { listFields } from '../../jobs/list-fields';
import { similarFields } from '../../jobs/similar-fields';
import type { RequestScope } from '../dialect';
import { accept, acceptId } from '../door';
import { FieldsQuery, SimilarQuery } from './field-wire';
import { fromFieldDetail, fromFields, fromSimilarFields } from './from-field';
import { toFieldFilter } from './to-command';

export const fieldRoutes = new Hono<{ Bindings: RequestScope }>()
  .get('/', async ({ req, env, json }) => {
    const filter = toFieldFilter(accept(FieldsQuery, req.query()));
    return json(fromFields(await listFields(env.ports, env.caller, filter), filter.limit));
  })
  .get('/:id', async ({ req, env, json }) =>
    json(fromFieldDetail(await getField(env.ports, env.caller, acceptId(req.param('id'))))),
  )
  .get('/:id/similar', async ({ req, env, json }) => {
    const id = acceptId(req.param('id'));
    const { limit } = accept(SimilarQuery, req.query());
    return json(fromSimilarFields(await similarFields(env.ports, env.caller, id, limit)));
  });
