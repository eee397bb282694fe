import { JobError } from '../jobs/errors';
import type { StoreDocument } from '../jobs/store-document';
import type { Bounds } from './dialect';

/** Whether the body says that it is a form. */
export const hasForm = (request: Request): boolean =>
  /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(request.headers.get('content-type') ?? '');

/** The parts in any order. Throws `invalid-request` when the body is none, `payload-too-large` for too many parts. */
export async function readForm(request: Request, { ports }: Bounds): Promise<FormData> {
  if (!hasForm(request))
    throw new JobError('invalid-request', 'Send the file as a part named "file" of multipart/form-data.');
  const form = await formOf(request);
  const { formParts } = ports.settings.limits;
  if ([...form.keys()].length > formParts)
    throw new JobError('payload-too-large', `The form has more than ${formParts} parts, the most that are taken.`);
  return form;
}

async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (error) {
    if (error instanceof JobError) throw error;
    throw new JobError('invalid-request', 'The body is not valid multipart/form-data.');
  }
}

/** Longest filename, in characters: it goes along with every message about the document. Our number. */
const MAX_FILENAME = 500;

/** The part of that name; null when there is none. Throws `invalid-request` when it is text, or there are several. */
export async function optionalFilePart(form: FormData, field = 'file'): Promise<StoreDocument | null> {
  const [part, ...more] = form.getAll(field);
  if (part === undefined) return null;
  if (more.length > 0) {
    const message = `${field}: ${more.length + 1} came; send one file with each request`;
    throw new JobError('invalid-request', message, { field });
  }
  if (typeof part === 'string') {
    throw new JobError('invalid-request', `${field}: sent as text; send it as a file, with a filename`, { field });
  }
  if (part.name.length > MAX_FILENAME) {
    const message = `${field}: its name is longer than ${MAX_FILENAME} characters; give it a shorter one`;
    throw new JobError('invalid-request', message, { field });
  }
  return { filename: part.name, bytes: new Uint8Array(await part.arrayBuffer()) };
}

export async function filePart(form: FormData): Promise<StoreDocument> {
  const file = await optionalFilePart(form);
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
