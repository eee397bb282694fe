/** What comes in is parsed here or refused with `invalid-request`. */
import { z } from 'zod';
import { JobError } from '../../jobs/errors';

/** The input as the schema reads it. The message names the first field that was wrong. */
export function accept<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const field = placeOf(issue?.path ?? []);
  const problem = issue?.message ?? 'not understood';
  throw new JobError('invalid-request', field === '' ? problem : `${field}: ${problem}`, { field });
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((place, part) => {
    if (typeof part === 'number') return `${place}[${part}]`;
    return place === '' ? String(part) : `${place}.${String(part)}`;
  }, '');

/** Any UUID, in the lower case in which ids are stored. */
export const Uuid = z
  .string('must be a UUID')
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a UUID')
  .toLowerCase();

/** A UUID in a path. */
export const acceptId = (id: string): string => accept(z.object({ id: Uuid }), { id }).id;

export const SchemaId = z.union(
  [
    Uuid,
    z
      .string()
      .regex(/^SCH-[0-9A-F]{8}$/i)
      .toUpperCase(),
  ],
  'must be a UUID or a short id like SCH-1A2B3C4D',
);

/** A schema's UUID or short id in a path. */
export const acceptSchemaId = (id: string): string => accept(z.object({ id: SchemaId }), { id }).id;

/** The JSON body; `{}` for none, since clients send bodiless POSTs. Looks at no content type. */
export async function readJson(request: Request): Promise<unknown> {
  return fromJsonText(await request.text(), 'The body');
}

/** `{}` for empty text. */
export function fromJsonText(text: string, what: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new JobError('invalid-request', `${what} is not valid JSON.`);
  }
}

/** `Idempotency-Key` as sent; null: none. */
export function idempotencyKey(headers: Headers): string | null {
  const key = headers.get('idempotency-key')?.trim() ?? '';
  if (key === '') return null;
  if (key.length > 255) throw new JobError('invalid-request', 'Idempotency-Key: longer than 255 characters.');
  return key;
}
