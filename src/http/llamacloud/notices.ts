/** What of a configuration had no effect, in the vendor's words — pure. */
import type { Notice } from '../../jobs/ports';
import type { ExtractConfig } from './extract-config';

export interface ConfigNotice {
  /** A key of the configuration or of the request. */
  readonly option: string;
  readonly message: string;
}

/** The keys by which each of our options is asked for. */
const ASKED_BY: Readonly<Record<string, (config: ExtractConfig) => readonly string[]>> = {
  instructions: () => ['system_prompt'],
  model: ({ extract_model, parse_model }) => [
    ...(extract_model === null ? [] : ['extract_model']),
    ...(parse_model === null ? [] : ['parse_model']),
  ],
  chunks: ({ chunk_mode, num_pages_context }) => [
    ...(chunk_mode === 'PAGE' ? [] : ['chunk_mode']),
    ...(num_pages_context === null ? [] : ['num_pages_context']),
  ],
  dpi: () => ['high_resolution_mode'],
};

export const UNTOLD: ConfigNotice = {
  option: 'webhook_configurations',
  message: 'Kept, but this server does not deliver to them yet: ask for the job.',
};

export function toNotices(
  notices: readonly Notice[],
  config: ExtractConfig,
  hasWebhooks: boolean,
): readonly ConfigNotice[] {
  const ofEngine = notices.flatMap(({ option, message }) =>
    (ASKED_BY[option]?.(config) ?? []).map((key): ConfigNotice => ({ option: key, message })),
  );
  const ours: (ConfigNotice | false)[] = [
    config.multimodal_fast_mode && { option: 'multimodal_fast_mode', message: 'There is one mode of reading here.' },
    !givesReasons(config) && config.use_reasoning && { option: 'use_reasoning', message: 'Not given in FAST mode.' },
    hasWebhooks && UNTOLD,
  ];
  return [...ofEngine, ...ours.filter((notice) => notice !== false)];
}

export const givesReasons = ({ use_reasoning, extraction_mode }: ExtractConfig): boolean =>
  use_reasoning && extraction_mode !== 'FAST';
