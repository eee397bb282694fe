import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { createPorts } from '../../../src/bindings';
import { createApp } from '../../../src/http/app';
import { sha256Hex } from '../../../src/jobs/digest';
import { logError } from '../../../src/log';
import { type Account, ORIGIN } from '../http/account';

export type Send = (path: string, init: RequestInit) => Promise<Response>;

/**
 * The whole service as one account asks it, all stores real, but for the two questions that every request begins with: who
 * asks is looked up once, and nobody counts how often. They take longer than most refusals.
 */
export async function openDoor(account: Account): Promise<Send> {
  const ports = createPorts(env);
  const holder = await ports.keys.callerOf(await sha256Hex(account.key));
  const known = {
    ...ports,
    keys: { ...ports.keys, callerOf: async () => holder },
    limiter: { take: async () => ({ allowed: true, limit: 1, remaining: 1, resetAt: ports.clock() }) },
  };
  const app = createApp(() => known, { info: () => undefined, error: logError });
  const context = createExecutionContext();
  return async (path, init) => app.fetch(new Request(`${ORIGIN}${path}`, init), env, context);
}
