/** https://developers.llamaindex.ai — LlamaExtract, extraction without an agent. */
import { z } from 'zod';
import { fromBase64 } from '../../jobs/base64';
import { Uuid } from '../door';
import { GivenSchema } from './agent-wire';
import { ExtractConfig } from './extract-config';
import { WebhookConfigurations } from './webhook-wire';

const Base64 = z.string().transform((text, context) => {
  const bytes = fromBase64(text);
  if (bytes !== null) return bytes;
  context.addIssue({ code: 'custom', message: 'Input should be base64' });
  return z.NEVER;
});

export const StatelessBody = z
  .object({
    data_schema: GivenSchema,
    config: ExtractConfig,
    file_id: Uuid.nullish(),
    text: z.string().nullish(),
    file: z.object({ data: Base64, mime_type: z.string().max(200) }).nullish(),
    webhook_configurations: WebhookConfigurations,
  })
  .refine(
    ({ file_id, text, file }) => [file_id, text, file].filter((source) => source != null).length === 1,
    'Exactly one of file_id, text and file must be given',
  );
export type StatelessBody = z.infer<typeof StatelessBody>;
