/** https://docs.retab.com (Generate Schema): what a schema is made of, and the answer. */
import { z } from 'zod';
import { MAX_PROPOSAL_DOCUMENTS } from '../../jobs/propose-schema';
import { Document, Fresh, Model, Resolution, Usage, Warning, Words } from './document-wire';

const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'] as const;

export const GenerateRequest = z.object({
  documents: z
    .array(Document, 'must be a list of documents')
    .min(1, 'must name at least one document')
    .max(MAX_PROPOSAL_DOCUMENTS, `at most ${MAX_PROPOSAL_DOCUMENTS} documents`),
  model: Model,
  instructions: Words,
  reasoning_effort: z.enum(EFFORTS, `must be one of ${EFFORTS.join(', ')}`).nullish(),
  image_resolution_dpi: Resolution,
  stream: z.boolean('must be true or false').nullish(),
  bust_cache: Fresh,
});
export type GenerateRequest = z.infer<typeof GenerateRequest>;

export const Generated = z.object({
  object: z.literal('schema'),
  created_at: z.iso.datetime(),
  json_schema: z.record(z.string(), z.unknown()),
  strict: z.literal(true),
  usage: Usage,
  warnings: z.array(Warning),
});
export type Generated = z.infer<typeof Generated>;
