/** https://docs.retab.com (Edit, templates) */
import { z } from 'zod';
import { Document, FileRef } from './document-wire';
import { FormField, FormFields } from './form-field-wire';
import { PageQuery } from './paging';

export const Name = z.string('must be text').trim().min(1, 'is empty').max(500, 'at most 500 characters');

export const CreateTemplateBody = z.object({ name: Name, document: Document, form_fields: FormFields });
export type CreateTemplateBody = z.infer<typeof CreateTemplateBody>;

export const UpdateTemplateBody = z.object({ name: Name.nullish(), form_fields: FormFields.nullish() });
export type UpdateTemplateBody = z.infer<typeof UpdateTemplateBody>;

export const DuplicateBody = z.object({ name: Name.nullish() });

/** Nothing here has embeddings; lists are ordered by time. */
export const TemplatesQuery = PageQuery.extend({
  filename: z.string().optional(),
  mime_type: z.string().optional(),
  sort_by: z.enum(['created_at', ''], 'must be created_at').optional(),
  include_embeddings: z.string().optional(),
});
export type TemplatesQuery = z.infer<typeof TemplatesQuery>;

export const Template = z.object({
  id: z.string(),
  name: z.string(),
  /** The empty form. */
  file: FileRef,
  form_fields: z.array(FormField),
  field_count: z.int(),
  organization_id: z.string(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export type Template = z.infer<typeof Template>;
