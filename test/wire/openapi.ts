/** Models made from the OpenAPI documents that the vendor's own packages carry. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { z } from 'zod';

type Json = Readonly<Record<string, unknown>>;

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Json }>> }>
  >;
}

interface Specification {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

/** What one answer was, as far as the specification speaks of it. */
export interface Answered {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly status: number;
  readonly body: unknown;
}

/** What the vendor added to its objects after these documents: https://github.com/run-llama/llama-cloud-ts */
const ADDED_LATER = ['expires_at', 'purpose', 'download_url'];

/**
 * What is wrong with an answer; null: nothing, or its route is not in the document.
 * `isClosed`: members that the document does not name are wrong too.
 */
export type Check = (answered: Answered) => string | null;

export async function checkAgainst(packageName: string, isClosed: boolean): Promise<Check> {
  const file = createRequire(import.meta.url).resolve(`${packageName}/openapi.json`);
  // The vendor's file; what is not as these types say fails the tests that use it.
  const specification = JSON.parse(await readFile(file, 'utf8')) as Specification;
  const close = isClosed ? closed : (schema: unknown) => schema;
  const definitions = close(local(specification.components.schemas));
  const models = new Map<Json, z.ZodType>();
  const modelOf = (schema: Json): z.ZodType => {
    const known = models.get(schema);
    if (known !== undefined) return known;
    const whole: Json = { ...(local(close(schema)) as Json), $defs: definitions };
    const model = z.fromJSONSchema(whole);
    models.set(schema, model);
    return model;
  };
  return ({ method, target, status, body }) => {
    const path = target.split('?')[0] ?? '';
    const operation = operationOf(specification, method, path);
    if (operation === null) return null;
    // Later documents create files with 201, where these say 200.
    const response = operation.responses[String(status)] ?? (status === 201 ? operation.responses['200'] : undefined);
    // Refusals other than the validation of the framework are not in the documents.
    if (response === undefined) return status >= 400 ? null : `${method} ${path} may not answer ${status}`;
    const schema = response.content?.['application/json']?.schema;
    if (schema === undefined) return null;
    const read = modelOf(schema).safeParse(body);
    return read.success ? null : `${method} ${path} answered ${status}: ${z.prettifyError(read.error)}`;
  };
}

/** What is wrong with any of the answers, by the newest document and by the oldest, which requires more. */
export async function faultsIn(answers: readonly Answered[]): Promise<string[]> {
  const checks = [await checkAgainst('llama-cloud-services', true), await checkAgainst('@llamaindex/cloud', false)];
  return checks.flatMap((check) => answers.flatMap((answered) => check(answered) ?? []));
}

/** Literal paths win over those with parameters. */
function operationOf({ paths }: Specification, method: string, path: string): Operation | null {
  const fitting = Object.entries(paths)
    .filter(([template, operations]) => method.toLowerCase() in operations && fits(template, path))
    .sort(([a], [b]) => a.split('{').length - b.split('{').length);
  return fitting[0]?.[1][method.toLowerCase()] ?? null;
}

const fits = (template: string, path: string): boolean => {
  const asked = path.split('/');
  const parts = template.split('/');
  return parts.length === asked.length && parts.every((part, place) => part.startsWith('{') || part === asked[place]);
};

/** References as JSON Schema writes them. */
const local = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/'));

/** Every object that names its members has no others, but for those added later. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (!isObject(value)) return value;
  const members = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, closed(member)]));
  if (!isObject(members.properties) || members.type !== 'object' || 'additionalProperties' in members) return members;
  const added = Object.fromEntries(ADDED_LATER.map((name) => [name, {}]));
  return { ...members, properties: { ...added, ...members.properties }, additionalProperties: false };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
