import type { Grid } from '../layout/tables/grid';
import type { View } from '../layout/view';
import { shapeOfTexts } from './value-shape';

/** Rows from which on columns without headings show what they hold. */
const FEWEST_ROWS = 3;
/** Letters of a text that says what a row is about, in the mean. */
const WORDED = 6;

/**
 * Names for the columns of a data file that has no headings, by what they hold: of each kind the first. Empty where it
 * cannot be told, and of other documents: what stands in columns there may be anything.
 */
export function bareNames({ headings, rows }: Grid, { document, locale }: View): readonly string[] {
  const isData = /csv|tab-separated|spreadsheet|excel/.test(document.mediaType);
  if (!isData || rows.length < FEWEST_ROWS || headings.some((text) => text !== '')) return [];
  const names = headings.map((_, column) => {
    const texts = rows.flatMap((row) => row[column]?.text ?? []);
    const { type } = shapeOfTexts(texts, '', locale);
    if (type === 'date' || type === 'date-time') return 'Date';
    if (type === 'number') return 'Amount';
    if (type !== 'string' || texts.length === 0) return '';
    if (texts.every((text) => /^[A-Z]{3}$/.test(text))) return 'Currency';
    return lettersOf(texts) >= WORDED * texts.length ? 'Description' : '';
  });
  return names.map((name, column) => (names.indexOf(name) === column ? name : ''));
}

const lettersOf = (texts: readonly string[]): number => texts.join('').replace(/\P{L}/gu, '').length;
