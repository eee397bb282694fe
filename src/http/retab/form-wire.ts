/** https://docs.retab.com (Edit): what forms are filled in and looked through with, and what comes back. */
import { z } from 'zod';
import { Document, Fresh, Model, Usage, Warning, Words } from './document-wire';
import { FormField } from './form-field-wire';

/** Longest instructions: the data of a form may be part of them. */
const MAX_INSTRUCTIONS = 100_000;

const Instructions = z
  .string('must be text: what is to be filled in')
  .max(MAX_INSTRUCTIONS, 'at most 100,000 characters')
  .refine((text) => text.trim() !== '', 'is empty; say what is to be filled in');

const Config = z
  .object(
    {
      color: z
        .string('must be a colour like "#000080"')
        .regex(/^#[0-9a-f]{6}$/i, 'must be a colour like "#000080"')
        .nullish(),
    },
    'must be an object',
  )
  .nullish();

const TemplateId = z.string('must be the id of a template').min(1, 'is empty');

export const FillRequest = z
  .object({
    instructions: Instructions,
    document: Document.nullish(),
    template_id: TemplateId.nullish(),
    model: Model,
    config: Config,
    bust_cache: Fresh,
  })
  .refine(({ document, template_id }) => (document == null) !== (template_id == null), {
    path: ['document'],
    message: 'send exactly one of document and template_id',
  });
export type FillRequest = z.infer<typeof FillRequest>;

export const FillTemplateRequest = z.object({
  instructions: Instructions,
  template_id: TemplateId,
  model: Model,
  config: Config,
  bust_cache: Fresh,
});

/** A file as a data URL. */
export const MimeFile = z.object({ filename: z.string(), url: z.string() });
export type MimeFile = z.infer<typeof MimeFile>;

export const FilledForm = z.object({
  form_data: z.array(FormField),
  filled_document: MimeFile,
  usage: Usage,
  warnings: z.array(Warning),
});
export type FilledForm = z.infer<typeof FilledForm>;

export const FindFieldsRequest = z.object({
  document: Document,
  model: Model,
  instructions: Words,
  bust_cache: Fresh,
});

export const FoundFields = z.object({
  form_schema: z.object({ form_fields: z.array(FormField) }),
  annotated_pdf: MimeFile,
  field_count: z.int(),
  usage: Usage,
  warnings: z.array(Warning),
});
export type FoundFields = z.infer<typeof FoundFields>;
