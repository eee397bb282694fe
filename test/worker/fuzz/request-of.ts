import type { z } from 'zod';
import type { Chance } from '../../support/fuzz/chance';
import type { Route } from '../http/every-route';
import type { Owned, Thing } from '../http/owned-things';
import { exampleOf } from './example-of';
import { mutated, mutatedText } from './mutate';
import { rawForm } from './raw-form';
import { WILD_JSON, WILD_NAMES, WILD_PATHS, WILD_TEXTS } from './wild';

/** What is known of a route before it is asked anything. */
export interface Target {
  readonly route: Route;
  readonly schemas: readonly z.ZodType[];
}

export interface FuzzedRequest {
  readonly path: string;
  readonly init: RequestInit & { readonly method: string; readonly headers: Record<string, string> };
}

/** What a parameter of a path names, by the part of the path before it. */
const THINGS: Readonly<Record<string, Thing>> = {
  jobs: 'job',
  documents: 'document',
  files: 'document',
  extractions: 'extraction',
  schemas: 'schema',
  fields: 'field',
  sources: 'source',
  webhooks: 'webhook',
  'extraction-agents': 'agent',
  'by-name': 'agent name',
  configurations: 'configuration',
  'webhook-configs': 'webhook config',
  templates: 'template',
  datasets: 'dataset',
  'dataset-documents': 'dataset document',
  'iteration-documents': 'prediction',
  iterations: 'iteration',
};

/** One account's things: by name, and as a heap of ids. */
export interface Belongings {
  readonly owned: Owned;
  readonly ids: readonly string[];
}

const QUERY_NAMES = ['limit', 'page', 'cursor', 'order', 'status', 'search', 'after', 'before', 'include', 'q', 'wait'];
/** Asked with what a browser, a proxy or a client that resumes would send. */
const HEADER_NAMES = [
  ...([
    'idempotency-key',
    'last-event-id',
    'x-stainless-retry-count',
    'accept',
    'origin',
    'range',
    'if-none-match',
  ] as const),
  ...([
    'content-encoding',
    'x-forwarded-host',
    'x-http-method-override',
    'access-control-request-headers',
    'cookie',
  ] as const),
] as const;
const METHODS = ['PUT', 'PATCH', 'DELETE', 'POST', 'OPTIONS', 'HEAD'] as const;
const CONTENT_TYPES = ['application/json', 'application/json; charset=utf-16', 'text/plain', 'multipart/form-data', ''];

/** A request of this route that is nearly right, or not at all. */
export function requestOf({ route, schemas }: Target, belongings: Belongings, chance: Chance): FuzzedRequest {
  const { ids } = belongings;
  const path = route.path.replace(/(?<=\/([\w-]+)\/):\w+|:\w+/g, (_, before) =>
    pathPart(thingAt(route.path, before), belongings, chance),
  );
  const method = chance.happens(0.03) ? chance.pick(METHODS) : route.method;
  const headers: Record<string, string> = {};
  if (chance.happens(0.1)) headers['idempotency-key'] = headerText(chance);
  if (chance.happens(0.03)) headers['x-stainless-retry-count'] = headerText(chance);
  if (chance.happens(0.03)) headers['last-event-id'] = headerText(chance);
  if (chance.happens(0.1)) headers[chance.pick(HEADER_NAMES)] = headerText(chance);
  if (method === 'OPTIONS') headers['access-control-request-method'] = 'POST';
  const at = `${path}${chance.happens(0.03) ? `/${chance.pick(WILD_PATHS)}` : ''}${queryOf(schemas, ids, chance)}`;
  if (method === 'GET' || method === 'HEAD') return { path: at, init: { method, headers } };
  if (chance.happens(0.1)) return { path: at, init: { method, headers, body: formOf(ids, chance) } };
  if (chance.happens(0.1)) {
    const { contentType, body } = rawForm(ids, chance);
    return { path: at, init: { method, headers: { ...headers, 'content-type': contentType }, body } };
  }
  headers['content-type'] = chance.happens(0.95) ? 'application/json' : chance.pick(['text/plain', ...CONTENT_TYPES]);
  return { path: at, init: { method, headers, body: bodyOf(schemas, ids, chance) } };
}

/** Two dialects call two things projects. */
function thingAt(path: string, before: string | undefined): Thing | undefined {
  if (before === 'projects') return path.startsWith('/api/') ? 'project' : 'extract project';
  return THINGS[before ?? ''];
}

function pathPart(thing: Thing | undefined, { owned, ids }: Belongings, chance: Chance): string {
  if (thing !== undefined && chance.happens(0.85)) return encodeURIComponent(owned[thing]);
  if (chance.happens(0.5)) return encodeURIComponent(chance.oneOf(ids) ?? '');
  if (chance.happens(0.3)) return `${chance.happens(0.5) ? (chance.oneOf(ids) ?? '') : ''}${chance.pick(WILD_PATHS)}`;
  return encodeURIComponent(chance.pick(WILD_TEXTS).slice(0, 500).toWellFormed());
}

function queryOf(schemas: readonly z.ZodType[], ids: readonly string[], chance: Chance): string {
  if (chance.happens(0.6)) return '';
  const schema = chance.oneOf(schemas);
  const example = schema === null ? {} : exampleOf(schema, chance, ids);
  const names = typeof example === 'object' && example !== null ? Object.keys(example) : [];
  const query = new URLSearchParams();
  for (let count = chance.number(3); count >= 0; count -= 1) {
    const name = chance.oneOf([...names, ...QUERY_NAMES]) ?? 'limit';
    const value = chance.happens(0.4) ? chance.oneOf(ids) : chance.pick(WILD_TEXTS);
    query.append(name, (value ?? '').toWellFormed().slice(0, 500));
  }
  return `?${query}`;
}

function bodyOf(schemas: readonly z.ZodType[], ids: readonly string[], chance: Chance): string {
  if (chance.happens(0.05)) return chance.pick(WILD_JSON);
  const schema = chance.oneOf(schemas);
  let body = schema === null ? {} : exampleOf(schema, chance, ids);
  for (let changes = chance.number(3); changes > 0; changes -= 1) body = mutated(body, chance);
  return mutatedText(JSON.stringify(body) ?? '', chance);
}

function formOf(ids: readonly string[], chance: Chance): FormData {
  const form = new FormData();
  const name = chance.pick(WILD_NAMES).toWellFormed();
  if (chance.happens(0.8))
    form.set(chance.pick(['file', 'document', 'upload_file']), new File(['Invoice number: 1'], name));
  for (const field of ['schema', 'schema_id', 'options', 'document_id', 'file_url', 'model', 'json_schema'])
    if (chance.happens(0.25))
      form.set(field, chance.happens(0.5) ? (chance.oneOf(ids) ?? '') : chance.pick(WILD_TEXTS).toWellFormed());
  return form;
}

/** Header values that the platform lets through. */
const headerText = (chance: Chance): string =>
  chance
    .pick(WILD_TEXTS)
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 2_000);
