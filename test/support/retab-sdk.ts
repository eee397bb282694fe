/** What the generations of Retab's SDKs send, where the packages themselves cannot be installed. */
import type { Answer } from './client';
import type { Upload } from './documents';
import { sendAsHttpx } from './httpx';
import { pythonJson } from './talonic-sdk';
import type { WireTap } from './wire-tap';

type Members = Readonly<Record<string, unknown>>;

/** Filters of a list by the name of the wire; `metadata` and `document_type` are written by each SDK in its own way. */
export type JobFilters = Members & {
  readonly metadata?: Readonly<Record<string, string>>;
  readonly document_type?: readonly string[];
};

export interface NewJob {
  readonly endpoint: string;
  readonly request: Members;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** One SDK's way of speaking. Throws when no answer comes. */
export interface RetabSdk {
  /** Callers of Node's may add headers of their own. */
  create(job: NewJob, headers?: Readonly<Record<string, string>>): Promise<Answer<unknown>>;
  retrieve(id: string, includeRequest?: boolean, includeResponse?: boolean): Promise<Answer<unknown>>;
  cancel(id: string): Promise<Answer<unknown>>;
  retry(id: string): Promise<Answer<unknown>>;
  list(filters?: JobFilters): Promise<Answer<unknown>>;
  extract(request: Members): Promise<Answer<unknown>>;
  parse(request: Members): Promise<Answer<unknown>>;
  generateSchema(request: Members): Promise<Answer<unknown>>;
  split(request: Members): Promise<Answer<unknown>>;
  classify(request: Members): Promise<Answer<unknown>>;
  models(): Promise<Answer<unknown>>;
  /** Whatever else it knows, by its path. */
  readonly send: Send;
}

/** `base` as that generation's user gives it: the ones since March 2026 end it in /v1 and leave it out of the paths. */
export type Send = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  asked?: Asked,
) => Promise<Answer<unknown>>;

interface Asked {
  readonly query?: string;
  readonly json?: Members;
  readonly form?: { readonly fields: Readonly<Record<string, string>>; readonly document: Upload };
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Node's own fetch; everything but a GET has a JSON body, `{}` for none, and lists are joined with commas. A file of a form
 * goes without its name.
 */
export function retabNode(tap: WireTap, base: string, key: string): RetabSdk {
  return sdkOf(
    async (method, path, { query = '', json = {}, form, headers = {} } = {}) => {
      const own = { ...headers, 'Api-Key': key };
      const init =
        method === 'GET'
          ? { headers: own }
          : form === undefined
            ? { headers: { ...own, 'Content-Type': 'application/json' }, body: JSON.stringify(json) }
            : { headers: own, body: asForm(form) };
      const response = await tap.fetch(`${base}${path}${query === '' ? '' : `?${query}`}`, { method, ...init });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    ({ metadata, ...filters }) => {
      const params = { limit: 20, order: 'desc', ...filters };
      const all = metadata === undefined ? params : { ...params, metadata: JSON.stringify(metadata) };
      return Object.entries(all).map(([name, value]) => [name, String(value)]);
    },
  );
}

/** httpx: a POST without a body says that it is JSON all the same, a list repeats its key, JSON has blanks. */
export function retabPython(base: string, key: string): RetabSdk {
  return sdkOf(
    (method, path, { query = '', json, form, headers = {} } = {}) =>
      sendAsHttpx(method, `${base}${path}${query === '' ? '' : `?${query}`}`, {
        headers: { 'api-key': key, 'content-type': 'application/json', ...headers },
        json,
        ...(form === undefined ? {} : { form: { fields: form.fields, file: form.document, part: 'document' } }),
      }),
    ({ metadata, document_type = [], ...filters }) => {
      const params = { limit: 20, order: 'desc', ...filters };
      const all = metadata === undefined ? params : { ...params, metadata: pythonJson(metadata) };
      return [
        ...Object.entries(all).map(([name, value]): [string, string] => [name, String(value)]),
        ...document_type.map((type): [string, string] => ['document_type', type]),
      ];
    },
  );
}

function asForm({ fields, document }: NonNullable<Asked['form']>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('document', new Blob([document.bytes], { type: document.mediaType }));
  return form;
}

function sdkOf(send: Send, pairsOf: (filters: JobFilters) => [string, string][]): RetabSdk {
  return {
    create: ({ endpoint, request, metadata }, headers = {}) => {
      const json = metadata === undefined ? { endpoint, request } : { endpoint, request, metadata };
      return send('POST', '/jobs', { json, headers });
    },
    retrieve: (id, includeRequest = false, includeResponse = false) =>
      send('GET', `/jobs/${id}`, { query: `include_request=${includeRequest}&include_response=${includeResponse}` }),
    cancel: (id) => send('POST', `/jobs/${id}/cancel`),
    retry: (id) => send('POST', `/jobs/${id}/retry`),
    list: (filters = {}) => send('GET', '/jobs', { query: new URLSearchParams(pairsOf(filters)).toString() }),
    extract: (json) => send('POST', '/documents/extract', { json }),
    parse: (json) => send('POST', '/documents/parse', { json }),
    generateSchema: (json) => send('POST', '/schemas/generate', { json }),
    split: (json) => send('POST', '/documents/split', { json }),
    classify: (json) => send('POST', '/documents/classify', { json }),
    models: () => send('GET', '/v1/models'),
    send,
  };
}
