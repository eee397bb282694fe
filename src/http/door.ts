/** What comes in is parsed here or refused with `invalid-request`. */
import { z } from 'zod';
import { JobError } from '../jobs/errors';
import { readId } from '../jobs/id-forms';
import type { EpochMs } from '../jobs/job';
import { LIMITS } from '../jobs/limits';
import { readTimeSpan } from '../jobs/read-time-span';
import { type Bounds, idempotencyKeyOf } from './dialect';
import { isNestedDeeper } from './nesting';

/** The input as the schema reads it. The message names the first field that was wrong. */
export function accept<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message, code }) => ({
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    message,
    kind: code,
  }));
  const [first] = issues;
  const field = placeOf(first?.path ?? []);
  const problem = first?.message ?? 'not understood';
  throw new JobError('invalid-request', field === '' ? problem : `${field}: ${problem}`, { field, issues });
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((place, part) => {
    if (typeof part === 'number') return `${place}[${part}]`;
    return place === '' ? String(part) : `${place}.${String(part)}`;
  }, '');

/** What a reader makes of a text; refused with what it must be where that is nothing. */
const spelt = (mustBe: string, read: (text: string) => string | null) =>
  z.string(mustBe).transform((text, context) => {
    const id = read(text);
    if (id !== null) return id;
    context.addIssue({ code: 'custom', message: mustBe });
    return z.NEVER;
  });

/** An id in any of its spellings, as the UUID under which things are stored. */
export const Uuid = spelt('must be a UUID', readId);

/** A UUID in a path. */
export const acceptId = (id: string): string => accept(z.object({ id: Uuid }), { id }).id;

export const SchemaId = spelt('must be a UUID or a short id like SCH-1A2B3C4D', (text) =>
  /^SCH-[0-9A-F]{8}$/i.test(text) ? text.toUpperCase() : readId(text),
);

/** A schema's UUID or short id in a path. */
export const acceptSchemaId = (id: string): string => accept(z.object({ id: SchemaId }), { id }).id;

/** A day, which is its beginning, or an instant, as ISO 8601 writes them; null: it is neither, or no day there is. */
export const readInstant = (text: string): EpochMs | null =>
  /^\d{4}-\d{2}-\d{2}/.test(text) ? (readTimeSpan(text)?.from ?? null) : null;

/** The JSON body; `{}` for none, since clients send bodiless POSTs. Looks at no content type. */
export async function readJson(request: Request, { ports }: Bounds): Promise<unknown> {
  // workerd logs what a caller says that the body is when it is asked for the text of anything but text.
  return fromJsonText(
    new TextDecoder().decode(await request.arrayBuffer()),
    'The body',
    ports.settings.limits.jsonNesting,
  );
}

/**
 * `{}` for empty text. `levels`: objects and lists inside one another; what stands as a text inside of a request, and has
 * narrower bounds of its own, may have as many as any server takes. Throws `invalid-request`, and `payload-too-large`
 * for what is nested too deep.
 */
export function fromJsonText(text: string, what: string, levels: number = LIMITS.jsonNesting.most): unknown {
  if (text.trim() === '') return {};
  if (isNestedDeeper(text, levels))
    throw new JobError('payload-too-large', `${what} is nested deeper than ${levels} levels.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new JobError('invalid-request', `${what} is not valid JSON.`);
  }
}

/** `Idempotency-Key` as sent; null: none. */
export function idempotencyKey(headers: Headers): string | null {
  const key = idempotencyKeyOf(headers);
  if (key !== null && key.length > 255)
    throw new JobError('invalid-request', 'Idempotency-Key: longer than 255 characters.');
  return key;
}
