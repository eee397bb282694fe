import type { Cell } from '../../schema/cell';
import type { FillTask } from '../engine';
import { cellOf } from './cells';
import { settleBySums } from './checks/settle';
import { supported } from './choose';
import { gather } from './gather';
import type { Reading } from './reading';
import { type Span, samePrint } from './span';
import { viewOf } from './view';

/** Cells at or above this score are not read again. Our own number. */
const CONFIDENCE_GATE = 0.85;
/** By so much an alternative must be surer to take a cell's place. */
const CLEARLY = 0.05;
/** Below this a value is more likely wrong than right. */
const HOPELESS = 0.3;

/** Looks at unsure cells next to their alternatives: a clearly surer one takes the place, hopeless ones go. */
export function rereadCells(task: FillTask): readonly Cell[] {
  const { readings } = gather(viewOf(task.document), task.schema);
  const ranked = supported(readings);
  const cells = settleBySums(task.schema, task.cells);
  return cells.flatMap((cell): Cell[] => {
    if (cell.confidence >= CONFIDENCE_GATE) return [cell];
    const rival = bestRival(cell, ranked, cells);
    const now = rival === null ? cell : cellOf(rival, cell.path, 'reread');
    return now.confidence < HOPELESS ? [] : [now];
  });
}

/** The surest other value for this field that no other cell stands on. */
function bestRival(cell: Cell, ranked: readonly Reading[], cells: readonly Cell[]): Reading | null {
  const key = JSON.stringify(cell.path);
  const rivals = ranked.filter(
    (one) =>
      JSON.stringify(one.question.path) === key &&
      one.value !== cell.value &&
      one.score > cell.confidence + CLEARLY &&
      !cells.some((other) => other !== cell && samePrint(onPage(other), one.span)),
  );
  return rivals.sort((a, b) => b.score - a.score)[0] ?? null;
}

/** A reading knows its page, not yet which file inside the document that is of. */
const onPage = (cell: Cell): Span => ({ ...cell.citations[0], attachment: null });
