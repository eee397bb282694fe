import type { FormField } from './assignment';
import { JobError } from './errors';
import { newlyKept } from './keep';
import type { Ports } from './ports';
import type { Caller } from './records';
import { type StoreDocument, storeDocument } from './store-document';
import type { TemplateRecord } from './template';

export interface CreateTemplate {
  readonly name: string;
  readonly document: StoreDocument;
  readonly fields: readonly FormField[];
}

/** The only kind of form that can be filled in. */
const FORM_TYPE = 'application/pdf';

/** Keeps a form and its fields. Throws `invalid-request` for a document that is no PDF, and what storing it throws. */
export async function createTemplate(
  ports: Ports,
  caller: Caller,
  { name, document, fields }: CreateTemplate,
): Promise<TemplateRecord> {
  const mediaType = ports.reader.mediaType(document.bytes, document.filename) ?? 'nothing';
  if (mediaType !== FORM_TYPE)
    throw new JobError('invalid-request', `document: "${document.filename}" is ${mediaType}; a template is a PDF`, {
      field: 'document',
    });
  const { id: documentId } = await storeDocument(ports, caller, document);
  const { filename } = document;
  const record: TemplateRecord = { ...newlyKept(ports, caller), name, documentId, filename, mediaType, fields };
  await ports.templates.put(record);
  return record;
}
