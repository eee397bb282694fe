/** What of a configuration had no effect, in the vendor's words — pure. */
import type { Notice } from '../../../jobs/ports';
import { type ConfigNotice, UNTOLD } from '../notices';
import type { ExtractConfiguration } from './configuration-wire';

export function toNotices(
  notices: readonly Notice[],
  { parse_tier, sheet_names, version }: ExtractConfiguration,
  hasWebhooks: boolean,
): readonly ConfigNotice[] {
  const ofEngine = notices.map(({ option, message }) => ({
    option: option === 'instructions' ? 'system_prompt' : option,
    message,
  }));
  const ours: (ConfigNotice | false)[] = [
    parse_tier !== null && { option: 'parse_tier', message: 'There is one way of parsing here, of all tiers.' },
    version !== 'latest' && { option: 'version', message: 'There is one version here, the latest.' },
    sheet_names !== null && {
      option: 'sheet_names',
      message: 'All sheets were read; choose among them with target_pages.',
    },
    hasWebhooks && UNTOLD,
  ];
  return [...ofEngine, ...ours.filter((notice) => notice !== false)];
}
