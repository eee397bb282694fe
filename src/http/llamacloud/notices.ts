/** What of a configuration had no effect, in the vendor's words — pure. */
import type { Notice } from '../../jobs/blob-port';
import type { ExtractConfig } from './extract-config';

export interface ConfigNotice {
  /** A key of the configuration or of the request. */
  readonly option: string;
  readonly message: string;
}

/** The keys by which each of our options is asked for. */
const ASKED_BY: Readonly<Record<string, (config: ExtractConfig) => readonly string[]>> = {
  instructions: () => ['system_prompt'],
  model: ({ extract_model }) => [extract_model === null ? 'parse_model' : 'extract_model'],
  chunks: ({ chunk_mode, num_pages_context }) => [
    ...(chunk_mode === 'PAGE' ? [] : ['chunk_mode']),
    ...(num_pages_context === null ? [] : ['num_pages_context']),
  ],
  dpi: () => ['high_resolution_mode'],
};

/** What a job shows of what was asked for and done beside its configuration. */
export interface Asking {
  /** Pages that were asked for by number; null: all. */
  readonly pagesAsked: number | null;
  readonly pagesRead: number;
}

/** The beginning of a sentence. */
export const ONE_WAY = 'There is one way of reading documents here';

export const toMissing = (option: string, { pagesAsked, pagesRead }: Asking): ConfigNotice | false =>
  pagesAsked !== null &&
  pagesRead < pagesAsked && { option, message: `The document has ${pagesRead} of the ${pagesAsked} pages asked for.` };

export function toNotices(notices: readonly Notice[], config: ExtractConfig, asking: Asking): readonly ConfigNotice[] {
  const { extraction_mode, extract_model, parse_model, priority } = config;
  const ofEngine = notices.flatMap(({ option, message }) =>
    (ASKED_BY[option]?.(config) ?? []).map((key): ConfigNotice => ({ option: key, message })),
  );
  const ours: (ConfigNotice | false)[] = [
    extraction_mode !== 'PREMIUM' && { option: 'extraction_mode', message: `${ONE_WAY}, whatever the mode.` },
    config.multimodal_fast_mode && { option: 'multimodal_fast_mode', message: `${ONE_WAY}, whatever the mode.` },
    extract_model !== null &&
      parse_model !== null && { option: 'parse_model', message: 'One model does it all here, that of extract_model.' },
    priority === 'low' && { option: 'priority', message: 'Jobs of low priority wait among those of medium priority.' },
    toMissing('page_range', asking),
    !givesReasons(config) && config.use_reasoning && { option: 'use_reasoning', message: 'Not given in FAST mode.' },
  ];
  return [...ofEngine, ...ours.filter((notice) => notice !== false)];
}

export const givesReasons = ({ use_reasoning, extraction_mode }: ExtractConfig): boolean =>
  use_reasoning && extraction_mode !== 'FAST';
