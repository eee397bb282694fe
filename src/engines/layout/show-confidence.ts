import type { ParsedDocument } from '../../parsers/parsed-document';
import type { Cell } from '../../schema/cell';
import { confidenceOf, kindOfEvidence } from './calibration';
import { isScanned } from './legibility';

/** Below this people are asked to look at a value. */
const LOOK_BELOW = 0.85;

/**
 * The last thing done to cells: until here their confidence is a score that the phases compare, from here on it is the
 * share of such values that are right. Those below 0.85 are flagged.
 */
export function showConfidence(cells: readonly Cell[], { pages }: ParsedDocument): readonly Cell[] {
  const scanned = new Set(pages.filter(isScanned).map(({ number }) => number));
  return cells.map((cell) => {
    const onScan = cell.citations.some(({ page }) => scanned.has(page));
    const confidence = confidenceOf(kindOfEvidence(cell, onScan), cell.confidence);
    return confidence < LOOK_BELOW ? flagged({ ...cell, confidence }) : { ...cell, confidence };
  });
}

function flagged(cell: Cell): Cell {
  const message = `read with confidence ${cell.confidence.toFixed(2)}: please look at it`;
  return { ...cell, flags: [...cell.flags, { code: 'low-confidence', message }] };
}
