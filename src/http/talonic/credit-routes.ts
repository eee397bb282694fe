/** https://talonic.com/docs/api/credits */
import { Hono } from 'hono';
import { countWork } from '../../jobs/count-work';
import type { OpenScope, RequestScope } from '../dialect';
import { accept } from '../door';
import { UsageQuery } from './credit-wire';
import { fromCreditUsage, fromUsage, PRICING, toBalance } from './from-usage';

export const creditRoutes = new Hono<{ Bindings: RequestScope }>()
  .get('/', ({ env, json }) => json(toBalance(env.ports.clock())))
  .get('/balance', ({ env, json }) => json(toBalance(env.ports.clock())));

export const usageRoutes = new Hono<{ Bindings: RequestScope }>()
  .get('/', async ({ req, env, json }) => {
    const { days } = accept(UsageQuery, req.query());
    return json(fromUsage(await countWork(env.ports, env.caller, days), days));
  })
  .get('/credits', async ({ req, env, json }) => {
    const { days } = accept(UsageQuery, req.query());
    return json(fromCreditUsage(await countWork(env.ports, env.caller, days), days));
  });

/** Needs no key. */
export const pricingRoute = new Hono<{ Bindings: OpenScope }>().get('/', ({ json }) => json(PRICING));
