/** Their configuration as our options, and the other way for jobs that were made in other words — pure. */
import type { Priority as CorePriority } from '../../jobs/job';
import { readPageRange } from '../../jobs/page-range';
import type { ReadOptions, Target } from '../../jobs/request';
import { type ExtractConfig, PLAIN_CONFIG, type Priority } from './extract-config';

const TARGET = {
  PER_DOC: 'document',
  PER_PAGE: 'page',
  PER_TABLE_ROW: 'table-row',
} as const satisfies Record<ExtractConfig['extraction_target'], Target>;

const EXTRACTION_TARGET = {
  document: 'PER_DOC',
  page: 'PER_PAGE',
  'table-row': 'PER_TABLE_ROW',
} as const satisfies Record<Target, ExtractConfig['extraction_target']>;

/** Resolution in which small print can be read: the usual one of scanners. */
const HIGH_RESOLUTION_DPI = 300;

export const toOptions = (config: ExtractConfig): ReadOptions => ({
  instructions: config.system_prompt?.trim() || null,
  pages: config.page_range === null ? null : readPageRange(config.page_range),
  target: TARGET[config.extraction_target],
  fresh: config.invalidate_cache,
  model: config.extract_model ?? config.parse_model,
  chunks:
    config.chunk_mode === 'PAGE' && config.num_pages_context === null
      ? null
      : { by: config.chunk_mode === 'PAGE' ? 'page' : 'section', pages: config.num_pages_context },
  dpi: config.high_resolution_mode ? HIGH_RESOLUTION_DPI : null,
  readings: 1,
});

/** The configuration of a job that was made without one. All that can be told of its values is told. */
export const fromOptions = (options: ReadOptions): ExtractConfig => ({
  ...PLAIN_CONFIG,
  extraction_target: EXTRACTION_TARGET[options.target],
  extract_model: options.model,
  system_prompt: options.instructions,
  cite_sources: true,
  confidence_scores: true,
  chunk_mode: options.chunks?.by === 'section' ? 'SECTION' : 'PAGE',
  num_pages_context: options.chunks?.pages ?? null,
  high_resolution_mode: options.dpi !== null && options.dpi >= HIGH_RESOLUTION_DPI,
  invalidate_cache: options.fresh,
  page_range: options.pages === null ? null : options.pages.join(','),
});

const PRIORITY = {
  low: 'normal',
  medium: 'normal',
  high: 'high',
  critical: 'high',
} as const satisfies Record<Priority, CorePriority>;

/** What the job says goes before what its configuration says. */
export const toPriority = (ofJob: Priority | null | undefined, { priority }: ExtractConfig): CorePriority => {
  const asked = ofJob ?? priority;
  return asked === null ? 'normal' : PRIORITY[asked];
};
