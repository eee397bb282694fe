/** https://talonic.com/docs/api/webhooks */
import { Hono } from 'hono';
import { createWebhook } from '../../jobs/create-webhook';
import { deleteWebhook } from '../../jobs/delete-webhook';
import { getWebhook } from '../../jobs/get-webhook';
import { listWebhooks } from '../../jobs/list-webhooks';
import { updateWebhook } from '../../jobs/update-webhook';
import type { RequestScope } from '../dialect';
import { accept, acceptId, idempotencyKey, readJson } from '../door';
import { fromWebhook, fromWebhooks } from './from-webhook';
import { ListQuery, toWindow } from './list-window';
import { toCreateWebhook, toWebhookChange, WEBHOOK_FAMILY } from './to-webhook';
import { WEBHOOK_FACTS } from './webhook-facts';
import { CreateWebhookBody, UpdateWebhookBody } from './webhook-wire';
import type { Deleted } from './wire';

export const webhookRoutes = new Hono<{ Bindings: RequestScope }>()
  .get('/events', ({ json }) => json(WEBHOOK_FACTS.events))
  .get('/delivery', ({ json }) => json(WEBHOOK_FACTS.delivery))
  .get('/signatures', ({ json }) => json(WEBHOOK_FACTS.signatures))
  .get('/retries', ({ json }) => json(WEBHOOK_FACTS.retries))
  .post('/', async ({ req, env, json }) => {
    const body = accept(CreateWebhookBody, await readJson(req.raw));
    const command = toCreateWebhook(body, idempotencyKey(req.raw.headers));
    return json(fromWebhook(await createWebhook(env.ports, env.caller, command)), 201);
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
    const change = toWebhookChange(accept(UpdateWebhookBody, await readJson(req.raw)));
    return json(fromWebhook(await updateWebhook(env.ports, env.caller, { family: WEBHOOK_FAMILY, id }, change)));
  })
  .delete('/:id', async ({ req, env, json }) => {
    const id = acceptId(req.param('id'));
    await deleteWebhook(env.ports, env.caller, WEBHOOK_FAMILY, id);
    return json({ deleted: true, id } satisfies Deleted);
  });
