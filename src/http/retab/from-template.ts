/** https://docs.retab.com (Edit, templates) — pure. */
import type { TemplateRecord } from '../../jobs/template';
import { fromFormField } from './form-field-wire';
import type { Template } from './template-wire';

export const fromTemplate = (record: TemplateRecord): Template => ({
  id: record.id,
  name: record.name,
  file: { id: record.documentId, filename: record.filename, mime_type: record.mediaType },
  form_fields: record.fields.map(fromFormField),
  field_count: record.fields.length,
  organization_id: record.accountId,
  created_at: new Date(record.createdAt).toISOString(),
  updated_at: new Date(record.updatedAt).toISOString(),
});
