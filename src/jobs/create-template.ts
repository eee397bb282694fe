import type { FormField } from './assignment';
import { sha256Hex } from './digest';
import { JobError } from './errors';
import { keepOnce } from './keep';
import type { Ports } from './ports';
import type { Caller } from './records';
import { type StoreDocument, storeDocument } from './store-document';
import type { TemplateRecord } from './template';

export interface CreateTemplate {
  readonly name: string;
  readonly document: StoreDocument;
  readonly fields: readonly FormField[];
  readonly idempotencyKey: string | null;
}

/** The only kind of form that can be filled in. */
const FORM_TYPE = 'application/pdf';

/**
 * Keeps a form and its fields; the same idempotency key within 24 h gives the template it made then. Throws `invalid-request`
 * for a document that is no PDF, `idempotency-mismatch`, and what storing it throws.
 */
export async function createTemplate(
  ports: Ports,
  caller: Caller,
  { name, document, fields, idempotencyKey }: CreateTemplate,
): Promise<TemplateRecord> {
  const mediaType = ports.reader.mediaType(document.bytes, document.filename) ?? 'nothing';
  if (mediaType !== FORM_TYPE)
    throw new JobError('invalid-request', `document: "${document.filename}" is ${mediaType}; a template is a PDF`, {
      field: 'document',
    });
  const { filename, bytes } = document;
  const asked = ['template', name, filename, await sha256Hex(bytes), fields];
  return keepOnce(ports, caller, ports.templates, { asked, idempotencyKey }, async (kept) => {
    const { id: documentId } = await storeDocument(ports, caller, document);
    return { ...kept, name, documentId, filename, mediaType, fields };
  });
}
