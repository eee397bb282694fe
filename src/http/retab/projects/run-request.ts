/** A run as a form or as JSON, with the project in its path or in its body. */
import { JobError } from '../../../jobs/errors';
import type { StoreDocument } from '../../../jobs/store-document';
import { storeSent } from '../../../jobs/store-sent';
import type { JsonObject, JsonValue } from '../../../schema/json';
import type { RequestScope } from '../../dialect';
import { accept, readJson } from '../../door';
import { type Form, hasForm, optionalFilePart, partsNamed, readForm } from '../../form';
import { Body } from '../document-wire';
import type { Endpoint } from '../endpoint';
import type { Params } from './place';

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
  if (!hasForm(request)) return { ...accept(Body, await readJson(request, scope)), ...inPath };
  const form = await readForm(request, scope);
  const file = fileIn(form);
  const asked = { ...fieldsOf(form), ...inPath };
  if (file === null) return asked;
  await endpoint.order(scope, { ...asked, document: { id: 'in the form' } });
  const { id } = await storeSent(scope.ports, scope.caller, file);
  return { ...asked, document: { id, filename: file.filename } };
}

const NUMBERS: ReadonlySet<string> = new Set(['image_resolution_dpi', 'n_consensus']);
const FLAGS: ReadonlySet<string> = new Set(['stream', 'bust_cache']);

/** null: there is none. Older clients send a list of them. Throws `invalid-request` for several. */
function fileIn(form: Form): StoreDocument | null {
  const listed = partsNamed(form, 'documents');
  if (listed.length + partsNamed(form, 'document').length > 1)
    throw new JobError('invalid-request', 'documents: one document at a time; send it as "document"', {
      field: 'documents',
    });
  const name = listed.length === 0 ? 'document' : 'documents';
  const file = optionalFilePart(form, name);
  if (file === null || file.filename.includes('.')) return file;
  const ending = ENDINGS.get(file.mediaType.replace(/;.*$/, ''));
  return ending === undefined ? file : { ...file, filename: `${file.filename}.${ending}` };
}

/** Some clients leave the name of a file out, and kinds of text are told apart by their names. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['text/csv', 'csv'],
  ['text/tab-separated-values', 'tsv'],
  ['text/html', 'html'],
  ['text/markdown', 'md'],
  ['text/xml', 'xml'],
  ['application/xml', 'xml'],
  ['application/json', 'json'],
  ['application/yaml', 'yaml'],
  ['message/rfc822', 'eml'],
]);

function fieldsOf(form: Form): JsonObject {
  const texts = form.flatMap(([name, value]): [string, string][] =>
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
