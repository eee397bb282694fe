/** https://docs.retab.com (Parse): what a parse is asked with, and what it answers. */
import { z } from 'zod';
import { Document, FileRef, Fresh, Model, Resolution, Usage, Warning } from './document-wire';

const FORMATS = ['markdown', 'yaml', 'html', 'json'] as const;

export const ParseRequest = z.object({
  document: Document,
  model: Model,
  table_parsing_format: z.enum(FORMATS, `must be one of ${FORMATS.join(', ')}`).nullish(),
  image_resolution_dpi: Resolution,
  bust_cache: Fresh,
});
export type ParseRequest = z.infer<typeof ParseRequest>;

export const Parsed = z.object({
  document: FileRef,
  usage: Usage,
  /** The text of each page. */
  pages: z.array(z.string()),
  /** The text of all pages. */
  text: z.string(),
  warnings: z.array(Warning),
});
export type Parsed = z.infer<typeof Parsed>;
