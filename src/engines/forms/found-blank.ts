import type { Blank } from './blank';
import type { TextRun } from './text-runs';

/** A blank with what is printed for it. */
export interface LabelledBlank {
  readonly blank: Blank;
  /** As printed, without the colon at its end; "" where nothing names it. */
  readonly label: string;
  /** What a box to be ticked is one answer to; null: it stands alone. */
  readonly question: string | null;
  /** The words on the page that say so. */
  readonly runs: readonly TextRun[];
}

/** Units that stand after a blank. */
const UNIT = /^(?:EUR|USD|GBP|CHF|PLN|€|\$|£|%|km|kg|cm|mm|m|m²|Uhr|h)[\s,.;]+(?=\p{L})/u;

/** A printed label without what only leads to its blank: "Name :" is "Name", and of what the blank before ends with: "EUR from" is "from". */
export const plainLabel = (text: string): string =>
  text
    .replace(/[\s:.…_*(]+$/u, (end) => (/^\.(?!\.)/.test(end) ? '.' : ''))
    .replace(/^[\s*•\-–]+/u, '')
    .replace(UNIT, '')
    .trim();
