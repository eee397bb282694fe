/** What of a configuration had no effect, in the vendor's words — pure. */
import type { Notice } from '../../../jobs/blob-port';
import { type Asking, type ConfigNotice, ONE_WAY, toMissing } from '../notices';
import type { ExtractConfiguration } from './configuration-wire';

export function toNotices(
  notices: readonly Notice[],
  { parse_tier, sheet_names, spreadsheet_mode, target_pages, tier, version }: ExtractConfiguration,
  asking: Asking,
): readonly ConfigNotice[] {
  const ofEngine = notices.map(({ option, message }) => ({
    option: option === 'instructions' ? 'system_prompt' : option,
    message,
  }));
  const ours: (ConfigNotice | false)[] = [
    tier !== 'agentic' && { option: 'tier', message: `${ONE_WAY}, that of all tiers.` },
    parse_tier !== null && { option: 'parse_tier', message: 'There is one way of parsing here, of all tiers.' },
    version !== 'latest' && { option: 'version', message: 'There is one version here, the latest.' },
    !!target_pages?.trim() && toMissing('target_pages', asking),
    spreadsheet_mode && { option: 'spreadsheet_mode', message: 'Sheets are always read cell by cell here.' },
    sheet_names !== null && {
      option: 'sheet_names',
      message: 'All sheets were read; choose among them with target_pages.',
    },
  ];
  return [...ofEngine, ...ours.filter((notice) => notice !== false)];
}
