/** Webhooks of an account, in the manner of https://docs.retab.com: this server's own. */
import { Hono } from 'hono';
import { createWebhook } from '../../jobs/create-webhook';
import { deleteWebhook } from '../../jobs/delete-webhook';
import { getWebhook } from '../../jobs/get-webhook';
import { listWebhooks } from '../../jobs/list-webhooks';
import { updateWebhook } from '../../jobs/update-webhook';
import type { RequestScope } from '../dialect';
import { accept, idempotencyKey, readJson } from '../door';
import { fromCreatedWebhook, fromWebhook } from './from-webhook';
import { deleted, fromPage, PageQuery, pathId, toWindow } from './paging';
import { toCreateWebhook, toWebhookChange, WEBHOOK_FAMILY } from './to-webhook';
import { CreateWebhookBody, UpdateWebhookBody } from './webhook-wire';

const webhookId = (id: string): string => pathId('Webhook', id);

export const webhookRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const body = accept(CreateWebhookBody, await readJson(req.raw, env));
    const command = toCreateWebhook(body, idempotencyKey(req.raw.headers));
    return json(fromCreatedWebhook(await createWebhook(env.ports, env.caller, command), body));
  })
  .get('/', async ({ req, env, json }) => {
    const { ports, caller } = env;
    const find = (id: string) => ports.webhooks.get(caller.accountId, WEBHOOK_FAMILY, id);
    const window = await toWindow(accept(PageQuery, req.query()), find);
    return json(fromPage(await listWebhooks(ports, caller, WEBHOOK_FAMILY, window), fromWebhook));
  })
  .get('/:id', async ({ req, env, json }) =>
    json(fromWebhook(await getWebhook(env.ports, env.caller, WEBHOOK_FAMILY, webhookId(req.param('id'))))),
  )
  .on(['PATCH', 'PUT'], '/:id', async ({ req, env, json }) => {
    const id = webhookId(req.param('id'));
    const change = toWebhookChange(accept(UpdateWebhookBody, await readJson(req.raw, env)));
    return json(fromWebhook(await updateWebhook(env.ports, env.caller, { family: WEBHOOK_FAMILY, id }, change)));
  })
  .delete('/:id', async ({ req, env, json }) => {
    const id = webhookId(req.param('id'));
    await deleteWebhook(env.ports, env.caller, WEBHOOK_FAMILY, id);
    return json(deleted(id));
  });
