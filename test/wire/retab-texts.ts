/**
 * What Retab's SDKs of Node 1.0.114 and Python 0.0.114 make of a parse and of a generated schema: see
 * https://github.com/retab-dev/retab, clients/. Members that are missing are refused.
 */
import { z } from 'zod';

const Usage = z.object({ credits: z.number() });

export const ParseResponse = z.object({
  document: z.object({ id: z.string(), filename: z.string(), mime_type: z.string() }),
  usage: Usage,
  pages: z.array(z.string()),
  text: z.string(),
});

/** Python reads the time with its own parser of ISO 8601. */
export const SchemaResponse = z.object({
  object: z.literal('schema'),
  created_at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/),
  json_schema: z.record(z.string(), z.unknown()),
  strict: z.literal(true),
  usage: Usage,
});
