/** The account of a key, ours. */
import { Hono } from 'hono';
import { deleteAccount } from '../../jobs/retention/delete-account';
import type { RequestScope } from '../dialect';
import { accept } from '../door';
import { DeleteAccountQuery, type DeletedAccount } from './account-wire';

export const accountRoutes = new Hono<{ Bindings: RequestScope }>().delete('/', async ({ req, env, json }) => {
  const { account } = accept(DeleteAccountQuery, req.query());
  const { isEmpty } = await deleteAccount(env.ports, env.caller, account);
  const answer: DeletedAccount = { deleted: true, id: account, complete: isEmpty };
  return json(answer, isEmpty ? 200 : 202);
});
