/** Calls of the API with the key of this tab. */
import { presentKey, replaceKey } from './key.js';

/** What the API refused, or the connection that failed (`status` 0). */
export class ApiError extends Error {
  constructor(message, { status = 0, code = 'NO_CONNECTION', requestId = null } = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.requestId = requestId;
  }
}

/** The parsed body of a 2xx. Throws `ApiError`. */
export async function call(method, path, options = {}) {
  const response = await open(method, path, options);
  return response.json();
}

export const get = (path) => call('GET', path);
export const post = (path, json, headers = {}) => call('POST', path, { json, headers });

/** The bare response of a 2xx, for streams. Throws `ApiError`. */
export async function open(method, path, { json, form, headers = {}, signal } = {}) {
  const body = form ?? (json === undefined ? null : JSON.stringify(json));
  const type = json === undefined ? {} : { 'Content-Type': 'application/json' };
  let key = await presentKey();
  for (;;) {
    const authorization = { Authorization: `Bearer ${key}` };
    const request = { method, body, signal: signal ?? null, headers: { ...type, ...headers, ...authorization } };
    const response = await fetch(path, request).catch((error) => {
      if (error.name === 'AbortError') throw error;
      throw new ApiError('The server cannot be reached.');
    });
    if (response.ok) return response;
    const refusal = await refusalOf(response);
    if (response.status !== 401) throw refusal;
    key = await replaceKey(key, `${refusal.message} (${refusal.requestId ?? 'no request id'})`);
  }
}

async function refusalOf(response) {
  const requestId = response.headers.get('X-Request-Id');
  const body = await response.json().catch(() => null);
  const message = body?.message ?? `The server answered ${response.status}.`;
  return new ApiError(message, { status: response.status, code: body?.code ?? 'UNKNOWN', requestId });
}
