/** /api/v1/beta/webhook-configs: whom to tell, stored to be named by jobs. */
import { Hono } from 'hono';
import { createWebhook } from '../../../jobs/create-webhook';
import { deleteWebhook } from '../../../jobs/delete-webhook';
import { getWebhook } from '../../../jobs/get-webhook';
import { listWebhooks } from '../../../jobs/list-webhooks';
import { updateWebhook } from '../../../jobs/update-webhook';
import { PREFIXED_FIELDS } from '../../../jobs/webhooks/accept-destination';
import type { RequestScope } from '../../dialect';
import { idempotencyKey } from '../../door';
import { acceptBody, acceptPathId } from '../door';
import { acceptProject } from '../project';
import { WEBHOOK_FAMILY } from '../webhook-wire';
import { ChangeWebhookBody, SaveWebhookBody } from './webhook-config-wire';
import { fromWebhook, toWebhook, toWebhookChange } from './webhook-configs';

/** The list is not paged: the newest so many. Our number. */
const MOST_LISTED = { limit: 500, after: null, order: 'desc', offset: 0 } as const;

const configId = (id: string): string => acceptPathId('config_id', id);

export const webhookConfigRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const project = await acceptProject(env.caller, req.query());
    const command = toWebhook(await acceptBody(SaveWebhookBody, req.raw, env), idempotencyKey(req.raw.headers));
    return json(fromWebhook(await createWebhook(env.ports, env.caller, command, PREFIXED_FIELDS), project.id));
  })
  .get('/', async ({ req, env, json }) => {
    const project = await acceptProject(env.caller, req.query());
    const { items } = await listWebhooks(env.ports, env.caller, WEBHOOK_FAMILY, MOST_LISTED);
    return json(items.map((webhook) => fromWebhook(webhook, project.id)));
  })
  .get('/:id', async ({ req, env, json }) => {
    const project = await acceptProject(env.caller, req.query());
    const webhook = await getWebhook(env.ports, env.caller, WEBHOOK_FAMILY, configId(req.param('id')));
    return json(fromWebhook(webhook, project.id));
  })
  .put('/:id', async ({ req, env, json }) => {
    const project = await acceptProject(env.caller, req.query());
    const id = configId(req.param('id'));
    const change = toWebhookChange(await acceptBody(ChangeWebhookBody, req.raw, env));
    const webhook = await updateWebhook(env.ports, env.caller, { family: WEBHOOK_FAMILY, id }, change, PREFIXED_FIELDS);
    return json(fromWebhook(webhook, project.id));
  })
  .delete('/:id', async ({ req, env, body }) => {
    await acceptProject(env.caller, req.query());
    await deleteWebhook(env.ports, env.caller, WEBHOOK_FAMILY, configId(req.param('id')));
    return body(null, 204);
  });
