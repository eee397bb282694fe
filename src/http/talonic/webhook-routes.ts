/** https://talonic.com/docs/api/webhooks */
import { Hono } from 'hono';
import { createWebhook } from '../../jobs/create-webhook';
import { deleteWebhook } from '../../jobs/delete-webhook';
import { getWebhook } from '../../jobs/get-webhook';
import { listWebhooks } from '../../jobs/list-webhooks';
import { updateWebhook } from '../../jobs/update-webhook';
import { listDeliveriesOf } from '../../jobs/webhooks/list-deliveries';
import { replayWebhook } from '../../jobs/webhooks/replay-webhook';
import { testWebhook } from '../../jobs/webhooks/test-webhook';
import type { RequestScope } from '../dialect';
import { accept, acceptId, idempotencyKey, readJson } from '../door';
import { type Replaying, type SigningSecret, WebhookDeliveriesQuery } from './delivery-wire';
import { fromDeliveries, fromSending, toDeliveryFilter } from './from-delivery';
import { fromCreatedWebhook, fromWebhook, fromWebhooks } from './from-webhook';
import { ListQuery, toWindow } from './list-window';
import { toCreateWebhook, toWebhookChange, WEBHOOK_FAMILY } from './to-webhook';
import { DELIVERY_FACTS, EVENT_FACTS, retryFacts, SIGNATURE_FACTS } from './webhook-facts';
import { CreateWebhookBody, UpdateWebhookBody } from './webhook-wire';
import type { Deleted } from './wire';

export const webhookRoutes = new Hono<{ Bindings: RequestScope }>()
  .get('/events', ({ json }) => json(EVENT_FACTS))
  .get('/delivery', ({ json }) => json(DELIVERY_FACTS))
  .get('/signatures', ({ json }) => json(SIGNATURE_FACTS))
  .get('/retries', ({ env, json }) => json(retryFacts(env.ports.settings.delivery)))
  .get('/signing-secret', async ({ env, json }) =>
    json({ secret: await env.ports.signingSecrets.of(env.caller.accountId) } satisfies SigningSecret),
  )
  .post('/', async ({ req, env, json }) => {
    const body = accept(CreateWebhookBody, await readJson(req.raw, env));
    const command = toCreateWebhook(body, idempotencyKey(req.raw.headers));
    return json(fromCreatedWebhook(await createWebhook(env.ports, env.caller, command), body), 201);
  })
  .get('/', async ({ req, env, json }) => {
    const window = toWindow(accept(ListQuery, req.query()));
    return json(fromWebhooks(await listWebhooks(env.ports, env.caller, WEBHOOK_FAMILY, window), window.limit));
  })
  .get('/:id', async ({ req, env, json }) =>
    json(fromWebhook(await getWebhook(env.ports, env.caller, WEBHOOK_FAMILY, acceptId(req.param('id'))))),
  )
  .on(['PATCH', 'PUT'], '/:id', async ({ req, env, json }) => {
    const id = acceptId(req.param('id'));
    const change = toWebhookChange(accept(UpdateWebhookBody, await readJson(req.raw, env)));
    return json(fromWebhook(await updateWebhook(env.ports, env.caller, { family: WEBHOOK_FAMILY, id }, change)));
  })
  .delete('/:id', async ({ req, env, json }) => {
    const id = acceptId(req.param('id'));
    await deleteWebhook(env.ports, env.caller, WEBHOOK_FAMILY, id);
    return json({ deleted: true, id } satisfies Deleted);
  })
  .get('/:id/deliveries', async ({ req, env, json }) => {
    const id = acceptId(req.param('id'));
    const filter = toDeliveryFilter(accept(WebhookDeliveriesQuery, req.query()));
    const listing = await listDeliveriesOf(env.ports, env.caller, id, filter);
    return json(fromDeliveries(listing, filter.limit));
  })
  .post('/:id/test', async ({ req, env, json }) => {
    const delivery = await testWebhook(env.ports, env.caller, acceptId(req.param('id')));
    return json(fromSending(delivery, 'A webhook.test event is on its way.'), 202);
  })
  .post('/:id/replay', async ({ req, env, json }) => {
    const id = acceptId(req.param('id'));
    const replayed = await replayWebhook(env.ports, env.caller, id);
    return json({ webhook_id: id, replayed } satisfies Replaying, 202);
  });
