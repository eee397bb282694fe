/** Their configurations as our options, and to and from those of the first generation — pure. */
import { readPageRange } from '../../../jobs/page-range';
import type { ReadOptions } from '../../../jobs/request';
import type { JsonObject } from '../../../schema/json';
import { type ExtractConfig, PLAIN_CONFIG } from '../extract-config';
import { toOptions } from '../to-options';
import { type ExtractConfiguration, PLAIN_SETTINGS } from './configuration-wire';

type Settings = Omit<ExtractConfiguration, 'data_schema'>;

const TARGET = {
  per_doc: 'PER_DOC',
  per_page: 'PER_PAGE',
  per_table_row: 'PER_TABLE_ROW',
} as const satisfies Record<Settings['extraction_target'], ExtractConfig['extraction_target']>;

const TARGET_V2 = {
  PER_DOC: 'per_doc',
  PER_PAGE: 'per_page',
  PER_TABLE_ROW: 'per_table_row',
} as const satisfies Record<ExtractConfig['extraction_target'], Settings['extraction_target']>;

const MODE = {
  cost_effective: 'BALANCED',
  agentic: 'PREMIUM',
  agentic_plus: 'PREMIUM',
  turbo: 'MULTIMODAL',
} as const satisfies Record<Settings['tier'], ExtractConfig['extraction_mode']>;

/** The vendor's own table for those who change over from v1. */
const TIERS = {
  FAST: { tier: 'cost_effective', parse_tier: null },
  BALANCED: { tier: 'cost_effective', parse_tier: null },
  MULTIMODAL: { tier: 'agentic', parse_tier: null },
  PREMIUM: { tier: 'agentic', parse_tier: 'agentic_plus' },
} as const satisfies Record<ExtractConfig['extraction_mode'], Pick<Settings, 'tier' | 'parse_tier'>>;

export const toReadOptions = (settings: Settings): ReadOptions => ({
  ...toOptions(toConfig(settings)),
  pages: pagesOf(settings),
});

/** What a client of the first generation reads of it. */
export const toConfig = (settings: Settings): ExtractConfig => ({
  ...PLAIN_CONFIG,
  extraction_mode: MODE[settings.tier],
  extraction_target: TARGET[settings.extraction_target],
  system_prompt: settings.system_prompt,
  cite_sources: settings.cite_sources,
  confidence_scores: settings.confidence_scores,
  invalidate_cache: settings.disable_cache,
  page_range: toRanges(pagesOf(settings)),
});

export const fromConfig = (config: ExtractConfig, dataSchema: JsonObject): ExtractConfiguration => ({
  ...PLAIN_SETTINGS,
  ...TIERS[config.extraction_mode],
  extraction_target: TARGET_V2[config.extraction_target],
  system_prompt: config.system_prompt,
  cite_sources: config.cite_sources || config.citation_bbox,
  confidence_scores: config.confidence_scores,
  target_pages: config.page_range,
  disable_cache: config.invalidate_cache,
  data_schema: dataSchema,
});

/** The first so many of those that are wanted; null: all. */
function pagesOf({ target_pages, max_pages }: Settings): readonly number[] | null {
  const wanted = target_pages === null ? null : readPageRange(target_pages);
  if (max_pages === null) return wanted;
  return (wanted ?? Array.from({ length: max_pages }, (_, index) => index + 1)).slice(0, max_pages);
}

/** Ascending pages as a range: "1-3,7". */
function toRanges(pages: readonly number[] | null): string | null {
  if (pages === null) return null;
  const runs: [first: number, last: number][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run?.[1] === page - 1) run[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}
