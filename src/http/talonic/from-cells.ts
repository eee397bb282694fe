import { cellKey } from '../../schema/assemble';
import type { Cell } from '../../schema/cell';
import { TALONIC_PHASE } from './status';
import type { Provenance, ValidationFlag } from './wire';

/** The evidence of every cell under its place ("line_items[0].amount"), and what a reader should look at. */
export function fromCells(cells: readonly Cell[]): {
  provenance: Record<string, Provenance>;
  validation_flags: ValidationFlag[];
} {
  return {
    provenance: Object.fromEntries(cells.map((cell) => [cellKey(cell.path), fromCell(cell)])),
    validation_flags: cells.flatMap((cell) =>
      cell.flags.map(({ code, message }) => ({ field: cellKey(cell.path), code, message })),
    ),
  };
}

/** The first citation is the one the value was read from. */
function fromCell(cell: Cell): Provenance {
  const [{ page, box, text, locator, attachment }] = cell.citations;
  return {
    page,
    bbox: [round(box.x), round(box.y), round(box.x + box.width), round(box.y + box.height)],
    source_text: text,
    confidence: cell.confidence,
    phase: TALONIC_PHASE[cell.filledBy],
    source: cell.source,
    ...(locator === null ? {} : { section: locator }),
    ...(attachment === null ? {} : { attachment }),
  };
}

/** Hundredths of a point: finer than any printer. */
const round = (points: number): number => Math.round(points * 100) / 100;
