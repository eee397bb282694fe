import { performance } from 'node:perf_hooks';
import { KEY } from './server.mjs';

/** A call that has no answer by then is given up, in milliseconds: nobody knows what became of it. */
const PATIENCE_MS = 30_000;

/** After so long a stream is cut off, in milliseconds, and has to be resumed. */
const LONGEST_STREAM_MS = 4_000;

/**
 * Calls the service, and notes every call with its beginning and its end. An answer is `{ status, headers, body }`; of a
 * call that broke off it is null.
 */
export function createCaller(url) {
  const history = [];

  async function call(about, { method, path, json, form, headers = {} }) {
    const note = { about, method, path, invokedAt: performance.now(), endedAt: null, outcome: 'unknown', status: null };
    history.push(note);
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { ...keyFor(path), ...(json ? { 'content-type': 'application/json' } : {}), ...headers },
        body: form ?? (json && JSON.stringify(json)),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const text = await response.text();
      note.endedAt = performance.now();
      note.status = response.status;
      note.outcome = response.ok ? 'ok' : 'fail';
      note.retryAfter = response.headers.get('retry-after');
      note.requestId = response.headers.get('x-request-id');
      if (response.status >= 500) note.text = text.slice(0, 400);
      return { status: response.status, body: asJson(text), note };
    } catch (error) {
      note.endedAt = performance.now();
      note.error = String(error.cause?.code ?? error.name);
      return null;
    }
  }

  const open = (path, headers = {}) =>
    fetch(`${url}${path}`, {
      headers: { ...keyFor(path), ...headers },
      signal: AbortSignal.timeout(LONGEST_STREAM_MS),
    });

  return { call, open, history };
}

/** Each vendor's clients have their own place for it. */
const keyFor = (path) => (path.startsWith('/retab/') ? { 'api-key': KEY } : { authorization: `Bearer ${KEY}` });

function asJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
