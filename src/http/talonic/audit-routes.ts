import { Hono } from 'hono';
import { actingIn } from '../../jobs/acting-in';
import { listChanges } from '../../jobs/list-changes';
import type { RequestScope } from '../dialect';
import { accept } from '../door';
import { fromAudit } from './from-audit';
import { AccountListQuery } from './key-wire';
import { toWindow } from './list-window';

export const auditRoutes = new Hono<{ Bindings: RequestScope }>().get('/', async ({ req, env, json }) => {
  const query = accept(AccountListQuery, req.query());
  const window = toWindow(query);
  const listing = await listChanges(env.ports, actingIn(env.caller, query.account ?? null), window);
  return json(fromAudit(listing, window.limit));
});
