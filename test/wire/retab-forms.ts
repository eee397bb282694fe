/**
 * What Retab's SDKs of Node 1.0.114 and Python 0.0.114 make of forms: see https://github.com/retab-dev/retab, clients/.
 * Pages count from 1, places are shares of the page; files come as data URLs.
 */
import { z } from 'zod';

const Share = z.number().min(0).max(1);

const FormField = z.object({
  bbox: z.object({ left: Share, top: Share, width: Share, height: Share, page: z.int().min(1) }),
  description: z.string(),
  type: z.enum(['text', 'checkbox']),
  key: z.string().min(1),
  value: z.string().nullable(),
});

const File = z.object({ filename: z.string(), url: z.string().startsWith('data:application/pdf;base64,') });

export const FillResponse = z.object({
  form_data: z.array(FormField),
  filled_document: File,
  usage: z.object({ credits: z.number() }),
});

export const GenerateTemplateResponse = z.object({
  form_schema: z.object({ form_fields: z.array(FormField) }),
  annotated_pdf: File,
  field_count: z.int(),
});
