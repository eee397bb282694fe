/** What webhooks were sent: this server's own. */
import { Hono } from 'hono';
import { getDelivery } from '../../jobs/webhooks/get-delivery';
import { listDeliveries } from '../../jobs/webhooks/list-deliveries';
import { redeliver } from '../../jobs/webhooks/redeliver';
import type { RequestScope } from '../dialect';
import { accept, acceptId } from '../door';
import { DeliveriesQuery } from './delivery-wire';
import { fromDeliveries, fromDelivery, fromSending, toDeliveriesFilter } from './from-delivery';

export const deliveryRoutes = new Hono<{ Bindings: RequestScope }>()
  .get('/', async ({ req, env, json }) => {
    const filter = toDeliveriesFilter(accept(DeliveriesQuery, req.query()));
    return json(fromDeliveries(await listDeliveries(env.ports, env.caller, filter), filter.limit));
  })
  .get('/:id', async ({ req, env, json }) =>
    json(fromDelivery(await getDelivery(env.ports, env.caller, acceptId(req.param('id'))))),
  )
  .post('/:id/redeliver', async ({ req, env, json }) => {
    const { id } = await redeliver(env.ports, env.caller, acceptId(req.param('id')));
    return json(fromSending(id, 'It is sent again, the same body under the same id.'), 202);
  });
