/** A run as a form or as JSON, with the project in its path or in its body. */
import { JobError } from '../../../jobs/errors';
import { storeDocument } from '../../../jobs/store-document';
import type { JsonObject, JsonValue } from '../../../schema/json';
import type { RequestScope } from '../../dialect';
import { accept, readJson } from '../../door';
import { hasForm, optionalFilePart, readForm } from '../../form';
import { Body } from '../document-wire';
import type { Endpoint } from '../endpoint';

type Params = Readonly<Record<string, string | undefined>>;

/**
 * The request as JSON. A file that comes in a form is stored, once everything else of the request has been looked at, and
 * named: as text inside JSON it would take more memory than there is.
 */
export async function runRequest(
  scope: RequestScope,
  endpoint: Endpoint,
  request: Request,
  { project, iteration }: Params,
): Promise<JsonObject> {
  const inPath = {
    ...(project === undefined ? {} : { project_id: project }),
    ...(iteration === undefined ? {} : { iteration_id: iteration }),
  };
  if (!hasForm(request)) return { ...accept(Body, await readJson(request)), ...inPath };
  const form = await readForm(request);
  const file = await optionalFilePart(form, 'document');
  const asked = { ...fieldsOf(form), ...inPath };
  if (file === null) return asked;
  await endpoint.order(scope, { ...asked, document: { id: 'in the form' } });
  const { id } = await storeDocument(scope.ports, scope.caller, file);
  return { ...asked, document: { id, filename: file.filename } };
}

const NUMBERS: ReadonlySet<string> = new Set(['image_resolution_dpi', 'n_consensus']);
const FLAGS: ReadonlySet<string> = new Set(['stream', 'bust_cache']);

/** Throws `invalid-request` for more than one file. */
function fieldsOf(form: FormData): JsonObject {
  if (form.has('documents'))
    throw new JobError('invalid-request', 'documents: one document at a time; send it as "document"', {
      field: 'documents',
    });
  const texts = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  return Object.fromEntries(texts.map(([name, text]) => [name, fieldOf(name, text)]));
}

/** What is no text in JSON. One that cannot be read stays a text, to be refused as one. */
function fieldOf(name: string, text: string): JsonValue {
  if (NUMBERS.has(name)) return Number.isNaN(Number(text)) ? text : Number(text);
  if (FLAGS.has(name))
    return ['true', 'True', '1'].includes(text) || (['false', 'False', '0'].includes(text) ? false : text);
  return name === 'metadata' ? pairsIn(text) : text;
}

function pairsIn(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
