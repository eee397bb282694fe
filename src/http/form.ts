import { JobError } from '../jobs/errors';
import type { StoreDocument } from '../jobs/store-document';
import type { Bounds } from './dialect';
import { boundaryIn, leanForm } from './lean-form';

/** Whether the body says that it is a form. */
export const hasForm = (request: Request): boolean =>
  /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(request.headers.get('content-type') ?? '');

/** A file as it came in a form; its media type is what the client calls it, empty where it does not. */
export interface SentFile extends StoreDocument {
  readonly mediaType: string;
}

/** The parts of a form in their order: texts and files. */
export type Form = readonly (readonly [name: string, part: string | SentFile])[];

/** The parts in any order. Throws `invalid-request` when the body is none, `payload-too-large` for too many parts. */
export async function readForm(request: Request, { ports }: Bounds): Promise<Form> {
  if (!hasForm(request))
    throw new JobError('invalid-request', 'Send the file as a part named "file" of multipart/form-data.');
  try {
    return await formOf(request, ports.settings.limits.formParts);
  } catch (error) {
    if (error instanceof JobError) throw error;
    throw noForm();
  }
}

const noForm = (): JobError => new JobError('invalid-request', 'The body is not valid multipart/form-data.');

/** The platform reads what is left when the large contents are taken out: it would hold each of them twice. */
async function formOf(request: Request, most: number): Promise<Form> {
  const contentType = request.headers.get('content-type') ?? '';
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (!/^multipart\//i.test(contentType)) {
    const entries = await entriesIn([bytes], contentType);
    refuseMany(entries.length, most);
    return filled(entries, []);
  }
  const boundary = boundaryIn(contentType);
  const lean = boundary === null ? null : leanForm(bytes, boundary, most);
  if (lean === null) throw noForm();
  refuseMany(lean.contents.length, most);
  const entries = await entriesIn(lean.pieces, `multipart/form-data; boundary="${boundary}"`);
  // The platform sees other parts than were seen here.
  if (entries.length !== lean.contents.length) throw noForm();
  return filled(entries, lean.contents);
}

async function entriesIn(
  pieces: readonly Uint8Array<ArrayBuffer>[],
  contentType: string,
): Promise<readonly [string, string | File][]> {
  const whole = new Response(new Blob([...pieces]), { headers: { 'content-type': contentType } });
  return [...(await whole.formData())];
}

function refuseMany(parts: number, most: number): void {
  if (parts > most)
    throw new JobError('payload-too-large', `The form has more than ${most} parts, the most that are taken.`);
}

/** The parts with what was taken out of them. */
function filled(entries: readonly [string, string | File][], contents: readonly (Uint8Array | null)[]): Promise<Form> {
  return Promise.all(
    entries.map(async ([name, part], index) => {
      const content = contents[index] ?? null;
      if (typeof part === 'string') return [name, content === null ? part : textIn(content)] as const;
      const bytes = content ?? new Uint8Array(await part.arrayBuffer());
      return [name, { filename: part.name, mediaType: part.type, bytes }] as const;
    }),
  );
}

const textIn = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true, fatal: false }).decode(bytes);

/** What is said under a name, each time it is. */
export const partsNamed = (form: Form, field: string): readonly (string | SentFile)[] =>
  form.flatMap(([name, part]) => (name === field ? [part] : []));

/** Longest filename, in characters: it goes along with every message about the document. Our number. */
const MAX_FILENAME = 500;

/** The part of that name; null when there is none. Throws `invalid-request` when it is text, or there are several. */
export function optionalFilePart(form: Form, field = 'file'): SentFile | null {
  const [part, ...more] = partsNamed(form, field);
  if (part === undefined) return null;
  if (more.length > 0) {
    const message = `${field}: ${more.length + 1} came; send one file with each request`;
    throw new JobError('invalid-request', message, { field });
  }
  if (typeof part === 'string') {
    throw new JobError('invalid-request', `${field}: sent as text; send it as a file, with a filename`, { field });
  }
  if (part.filename.length > MAX_FILENAME) {
    const message = `${field}: its name is longer than ${MAX_FILENAME} characters; give it a shorter one`;
    throw new JobError('invalid-request', message, { field });
  }
  return part;
}

export function filePart(form: Form): SentFile {
  const file = optionalFilePart(form);
  if (file === null)
    throw new JobError('invalid-request', 'file: missing; send the document as a part named "file"', { field: 'file' });
  return file;
}

/**
 * A file that comes as a form's part or as the whole body, which has no name. A body that says that it is an urlencoded
 * form is no form here: command line tools say so of any body.
 */
export async function fileBody(
  request: Request,
  bounds: Bounds,
): Promise<{ readonly filename: string | null; readonly bytes: Uint8Array }> {
  const isForm = /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '');
  if (isForm) return filePart(await readForm(request, bounds));
  return { filename: null, bytes: new Uint8Array(await request.arrayBuffer()) };
}
