/** What comes in is parsed here or refused with a list of all that is wrong, each thing under the part it came in. */
import { z } from 'zod';
import { JobError } from '../../jobs/errors';
import type { Bounds } from '../dialect';
import { accept, readJson, Uuid } from '../door';

/** The JSON body; `{}` for none. */
export async function acceptBody<Schema extends z.ZodType>(
  schema: Schema,
  request: Request,
  bounds: Bounds,
): Promise<z.output<Schema>> {
  return acceptPart('body', schema, await jsonOf(request, bounds));
}

/** The parts of a form, as text. */
export const acceptForm = <Schema extends z.ZodType>(schema: Schema, parts: unknown): z.output<Schema> =>
  acceptPart('body', schema, parts);

export const acceptQuery = <Schema extends z.ZodType>(schema: Schema, query: unknown): z.output<Schema> =>
  acceptPart('query', schema, query);

/** An id in the path, in any of its spellings, as the UUID under which things are stored. */
export const acceptPathId = (name: string, id: string): string =>
  acceptPart('path', z.object({ [name]: Uuid }), { [name]: id })[name] ?? '';

function acceptPart<Schema extends z.ZodType>(
  part: 'body' | 'query' | 'path',
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  try {
    return accept(schema, input);
  } catch (error) {
    if (!(error instanceof JobError) || error.details.issues === undefined) throw error;
    const issues = error.details.issues.map((issue) => ({
      ...issue,
      ...(isThere(input, issue.path) ? {} : { message: 'Field required', kind: 'missing' }),
      path: [part, ...issue.path],
    }));
    throw new JobError(error.code, error.message, { ...error.details, issues });
  }
}

/** What JSON that came as a text has inside is not looked for: it is there. */
const isThere = (input: unknown, path: readonly (string | number)[]): boolean =>
  path.reduce<unknown>((inner, name) => (typeof inner === 'string' ? inner : Object(inner)[name]), input) !== undefined;

async function jsonOf(request: Request, bounds: Bounds): Promise<unknown> {
  try {
    return await readJson(request, bounds);
  } catch (error) {
    if (!(error instanceof JobError && error.code === 'invalid-request')) throw error;
    const issues = [{ path: ['body'], message: 'JSON decode error', kind: 'json_invalid' }];
    throw new JobError('invalid-request', error.message, { issues });
  }
}

/** Of a query: an empty value counts as absent. */
export const orBlank = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => value || undefined, schema.optional());

/** A truth in a query, in any of the words the vendor's validator takes. */
export const Flag = z
  .enum(['true', 'false', '1', '0', 'on', 'off', 'yes', 'no', 't', 'f', 'y', 'n', 'True', 'False'])
  .transform((word) => ['true', '1', 'on', 'yes', 't', 'y'].includes(word.toLowerCase()));

/** A whole number in a query. */
export const Count = z
  .string()
  .regex(/^\d{1,9}$/, 'must be a whole number')
  .transform(Number);
