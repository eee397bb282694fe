/** https://talonic.com/docs/api/search */
import { Hono } from 'hono';
import { searchAccount } from '../../jobs/search-account';
import type { RequestScope } from '../dialect';
import { accept } from '../door';
import { fromSearch } from './from-search';
import { SearchQuery } from './search-wire';

export const searchRoutes = new Hono<{ Bindings: RequestScope }>().get('/', async ({ req, env, json }) => {
  const { text, limit } = accept(SearchQuery, req.query());
  return json(fromSearch(await searchAccount(env.ports, env.caller, text, limit)));
});
