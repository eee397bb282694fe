/** https://developers.llamaindex.ai — LlamaExtract, configuration options. */
import { z } from 'zod';
import { readPageRange } from '../../jobs/page-range';

const Flag = z.boolean().default(false);
const Text = (most: number) => z.string().max(most, `at most ${most} characters`).nullable().default(null);

/** Longest instructions, in characters: our number. */
const MAX_PROMPT = 10_000;
/** Longest name of a model, in characters: our number. */
const MAX_MODEL = 200;

export const Priority = z.enum(['low', 'medium', 'high', 'critical']);
export type Priority = z.infer<typeof Priority>;

/** Every key is optional in a request and there in an answer. A model may have any name: there are new ones every month. */
export const ExtractConfig = z.object({
  priority: Priority.nullable().default(null),
  extraction_target: z.enum(['PER_DOC', 'PER_PAGE', 'PER_TABLE_ROW']).default('PER_DOC'),
  extraction_mode: z.enum(['FAST', 'BALANCED', 'PREMIUM', 'MULTIMODAL']).default('PREMIUM'),
  parse_model: Text(MAX_MODEL),
  extract_model: Text(MAX_MODEL),
  multimodal_fast_mode: Flag,
  system_prompt: Text(MAX_PROMPT),
  use_reasoning: Flag,
  cite_sources: Flag,
  citation_bbox: Flag,
  confidence_scores: Flag,
  chunk_mode: z.enum(['PAGE', 'SECTION']).default('PAGE'),
  high_resolution_mode: Flag,
  invalidate_cache: Flag,
  num_pages_context: z.int().min(1).max(10_000).nullable().default(null),
  page_range: z
    .string()
    .refine((text) => text.trim() === '' || readPageRange(text) !== null, 'is no range; write "1-5" or "1,3,7-10"')
    .nullable()
    .default(null),
});
export type ExtractConfig = z.infer<typeof ExtractConfig>;

/** What stands for a configuration that says nothing. */
export const PLAIN_CONFIG: ExtractConfig = ExtractConfig.parse({});
