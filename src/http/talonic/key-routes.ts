/** API keys, ours. The one who runs the server names the account of whom it means; everybody else means their own. */
import { Hono } from 'hono';
import { z } from 'zod';
import { actingIn } from '../../jobs/acting-in';
import { createKey } from '../../jobs/create-key';
import { getKey } from '../../jobs/get-key';
import { listKeys } from '../../jobs/list-keys';
import { revokeKey } from '../../jobs/revoke-key';
import { rotateKey } from '../../jobs/rotate-key';
import { USUAL_SCOPES } from '../../jobs/scope';
import type { RequestScope } from '../dialect';
import { accept, readJson } from '../door';
import { fromFreshKey, fromKey, fromKeys } from './from-key';
import { AccountListQuery, AccountQuery, CreateKeyBody, KeyId, RotateKeyBody } from './key-wire';
import { toWindow } from './list-window';

const acceptKeyId = (id: string): string => accept(z.object({ id: KeyId }), { id }).id;

const accountIn = (query: Record<string, string>): string | null => accept(AccountQuery, query).account ?? null;

export const keyRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const {
      account,
      name = '',
      scopes = USUAL_SCOPES,
      expires_at,
    } = accept(CreateKeyBody, await readJson(req.raw, env));
    const command = { name, scopes, expiresAt: expires_at ?? null };
    return json(fromFreshKey(await createKey(env.ports, actingIn(env.caller, account ?? null), command)), 201);
  })
  .get('/', async ({ req, env, json }) => {
    const query = accept(AccountListQuery, req.query());
    const window = toWindow(query);
    return json(fromKeys(await listKeys(env.ports, actingIn(env.caller, query.account ?? null), window), window.limit));
  })
  .get('/:id', async ({ req, env, json }) => {
    const id = acceptKeyId(req.param('id'));
    return json(fromKey(await getKey(env.ports, actingIn(env.caller, accountIn(req.query())), id)));
  })
  .delete('/:id', async ({ req, env, json }) => {
    const id = acceptKeyId(req.param('id'));
    return json(fromKey(await revokeKey(env.ports, actingIn(env.caller, accountIn(req.query())), id)));
  })
  .post('/:id/rotate', async ({ req, env, json }) => {
    const id = acceptKeyId(req.param('id'));
    const { overlap_seconds = 0 } = accept(RotateKeyBody, await readJson(req.raw, env));
    const actor = actingIn(env.caller, accountIn(req.query()));
    return json(fromFreshKey(await rotateKey(env.ports, actor, id, overlap_seconds * 1000)));
  });
