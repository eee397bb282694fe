import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import worker from '../../../src/index';
import { sha256Hex } from '../../../src/jobs/digest';

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface Call {
  readonly json?: unknown;
  readonly text?: string;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls the whole Worker with the key of an account of its own. */
export interface Account {
  readonly id: string;
  readonly key: string;
  call<Body = Record<string, unknown>>(method: string, path: string, call?: Call): Promise<Answer<Body>>;
  open(path: string, headers?: Readonly<Record<string, string>>, init?: RequestInit): Promise<Response>;
}

export const ORIGIN = 'https://quarry.test';

/**
 * Through the Worker's own door, with exactly these headers. Called and not sent: what the pool sends to the Worker takes
 * longer with every request of a file.
 */
export const fetchWorker = async (path: string, init?: RequestInit): Promise<Response> =>
  worker.fetch(new Request(`${ORIGIN}${path}`, init), env, createExecutionContext());

export async function newAccount(id: string = crypto.randomUUID()): Promise<Account> {
  const key = `tlnc_test_${id}`;
  await env.DB.prepare('insert into api_keys (sha256, id, account_id, created_at) values (?, ?, ?, 0)')
    .bind(await sha256Hex(key), `key-${id}`, id)
    .run();
  const authorization = { authorization: `Bearer ${key}` };
  return {
    id,
    key,
    open: (path, headers = {}, init = {}) => fetchWorker(path, { ...init, headers: { ...authorization, ...headers } }),
    async call<Body>(method: string, path: string, { json, text, form, headers = {} }: Call = {}) {
      const body = form ?? text ?? (json === undefined ? null : JSON.stringify(json));
      const response = await fetchWorker(path, { method, body, headers: { ...authorization, ...headers } });
      return { status: response.status, headers: response.headers, body: asBody<Body>(await response.text()) };
    },
  };
}

/** The test that reads it says what it expects there, and fails where it is not. */
function asBody<Body>(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return text as Body;
  }
}
