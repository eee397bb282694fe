/** What Talonic's two SDKs send, call for call, where the packages themselves cannot be installed. */
import type { Answer } from './client';
import type { Upload } from './documents';
import { sendAsHttpx } from './httpx';
import type { WireTap } from './wire-tap';

type Members = Readonly<Record<string, unknown>>;
type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One SDK's way of speaking. Throws when no answer comes: what the SDK does then is the test's to do. */
export interface TalonicSdk {
  get(path: string, query?: Query): Promise<Answer<unknown>>;
  /** Without `json` there is neither a body nor a content type. */
  send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, json?: Members): Promise<Answer<unknown>>;
  /** `extract` with a file: every other member is a part of the form. */
  extractFile(file: Upload, parts: Members): Promise<Answer<unknown>>;
  /** `extract` of a stored document. */
  extractDocument(documentId: string, parts: Members): Promise<Answer<unknown>>;
}

/** @talonic/node 0.1.24: Node's own fetch with three headers; `extract` is always a form, the file in front. */
export function talonicNode(tap: WireTap, baseUrl: string, key: string): TalonicSdk {
  const headers = { authorization: `Bearer ${key}`, 'user-agent': 'talonic-node/0.1.24', accept: 'application/json' };

  async function call(method: string, path: string, query: Query, init: RequestInit = {}): Promise<Answer<unknown>> {
    const url = new URL(baseUrl.replace(/\/$/, '') + path);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== null) url.searchParams.set(name, String(value));
    }
    const response = await tap.fetch(url.toString(), { method, ...init, headers: { ...headers, ...init.headers } });
    const isJson = response.headers.get('content-type')?.includes('application/json') === true;
    const body = isJson ? await response.json() : await response.text();
    return { status: response.status, headers: response.headers, body };
  }

  const extract = (first: readonly [string, Blob | string, string?], parts: Members): Promise<Answer<unknown>> => {
    const form = new FormData();
    const [name, value, filename] = first;
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, filename ?? 'file');
    for (const [part, member] of Object.entries(parts)) form.append(part, asPart(member, 'true', JSON.stringify));
    return call('POST', '/v1/extract', {}, { body: form });
  };

  return {
    get: (path, query = {}) => call('GET', path, query),
    send: (method, path, json) =>
      call(
        method,
        path,
        {},
        json === undefined ? {} : { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } },
      ),
    extractFile: (file, parts) =>
      extract(['file', new Blob([file.bytes], { type: file.mediaType }), file.filename], withRequired(parts)),
    extractDocument: (documentId, parts) => extract(['document_id', documentId], withRequired(parts)),
  };
}

/** talonic (Python) 0.1.0: httpx; a file goes in a form behind its fields, anything else as JSON. */
export function talonicPython(baseUrl: string, key: string): TalonicSdk {
  const headers = {
    authorization: `Bearer ${key}`,
    'user-agent': 'talonic-python/0.1.0 httpx/0.28.1',
    accept: 'application/json',
  };
  const call = (method: string, path: string, json?: Members): Promise<Answer<unknown>> =>
    sendAsHttpx(method, baseUrl + path, { headers, json });
  return {
    get: (path, query = {}) => {
      const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] =>
        value === undefined || value === null ? [] : [[name, String(value)]],
      );
      return call('GET', pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`);
    },
    send: (method, path, json) => call(method, path, json),
    extractFile: (file, parts) => {
      const members = Object.entries(withRequired(parts));
      const fields = Object.fromEntries(members.map(([name, value]) => [name, asPart(value, 'True', pythonJson)]));
      return sendAsHttpx('POST', `${baseUrl}/v1/extract`, { headers, form: { fields, file } });
    },
    extractDocument: (documentId, parts) =>
      call('POST', '/v1/extract', { ...withRequired(parts), document_id: documentId }),
  };
}

/** Both SDKs make every property of a JSON Schema required where it says nothing. */
function withRequired(parts: Members): Members {
  const { schema } = parts;
  if (typeof schema !== 'object' || schema === null || !('properties' in schema) || 'required' in schema) return parts;
  return { ...parts, schema: { ...schema, required: Object.keys(schema.properties as object) } };
}

const asPart = (value: unknown, yes: string, write: (value: unknown) => string): string =>
  typeof value === 'string' ? value : value === true ? yes : write(value);

/** As Python's json.dumps: a blank after every comma and colon between members. */
export const pythonJson = (value: unknown): string =>
  JSON.stringify(value, null, 1)
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .replace(/([[{]) | (?=[\]}])/g, '$1');
