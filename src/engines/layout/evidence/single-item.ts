import { chooseReadings } from '../choose';
import type { Reading } from '../reading';
import type { ArrayQuestion } from '../tables/array-question';
import type { Items } from '../tables/items';
import type { View } from '../view';
import { labelledReadings } from './labelled';

/** Share of an item's properties that must be found, and at least this many. */
const MOST = 0.6;
const FEWEST = 2;
/** 0-1. */
const LEAST_SCORE = 0.6;
/** Points of height within which a block of labels and values stands. */
const BLOCK_HEIGHT = 260;

/** Evidence: one item of a list set as a block of labels and values ("Departure: ...", "Arrival: ...") and not as a table. */
export function singleItem(question: ArrayQuestion, view: View): Items | null {
  const readings = labelledReadings(view, question.properties);
  const chosen = chooseReadings(readings, LEAST_SCORE);
  if (chosen.length < Math.max(FEWEST, Math.ceil(question.properties.length * MOST)) || !isCompact(chosen)) return null;
  const row = chosen.map((one) => ({
    property: one.question,
    value: one.value,
    span: one.span,
    score: one.score * 0.85,
    flags: one.flags,
  }));
  return { rows: [row], score: 0.5, source: 'label' };
}

function isCompact(readings: readonly Reading[]): boolean {
  const tops = readings.map((one) => one.span.box.y);
  const pages = new Set(readings.map((one) => one.span.page));
  return pages.size === 1 && Math.max(...tops) - Math.min(...tops) <= BLOCK_HEIGHT;
}
