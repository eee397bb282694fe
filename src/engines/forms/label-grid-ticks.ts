import type { Box } from '../../parsers/parsed-document';
import type { Blank } from './blank';
import { type LabelledBlank, plainLabel } from './found-blank';
import { bottom, holdsMiddle, middleY, right, sharedWidth } from './geometry';
import type { TextRun } from './text-runs';

/** A cell is wider than the box in it by this factor at least. */
const WIDER = 1.5;
/** Points that the words of a row end before its first box at most. */
const ROW_WITHIN = 320;

/** Names boxes that stand alone in the cells of a table: what is asked begins their row, the answer heads their column. */
export function labelGridTicks(
  ticks: readonly Blank[],
  boxes: readonly Box[],
  runs: readonly TextRun[],
): LabelledBlank[] {
  return ticks.flatMap((tick) => {
    const cell = cellOf(tick, ticks, boxes, runs);
    if (cell === null) return [];
    const heading = runs
      .filter((run) => bottom(run.box) <= cell.y + 3 && sharedWidth(run.box, cell) > 0.5 * run.box.width)
      .filter((run) => boxes.some((box) => holdsMiddle(box, run.box) && Math.abs(box.x - cell.x) <= 4))
      .sort((a, b) => b.box.y - a.box.y)[0];
    const asked = runs
      .filter(
        ({ box }) =>
          middleY(box) > cell.y &&
          middleY(box) < bottom(cell) &&
          right(box) <= cell.x + 4 &&
          cell.x - right(box) <= ROW_WITHIN,
      )
      .sort((a, b) => right(b.box) - right(a.box))[0];
    if (heading === undefined || asked === undefined) return [];
    return [{ blank: tick, label: plainLabel(heading.text), question: plainLabel(asked.text), runs: [heading, asked] }];
  });
}

/** The cell that holds a box and nothing else; null: there is none. */
function cellOf(tick: Blank, ticks: readonly Blank[], boxes: readonly Box[], runs: readonly TextRun[]): Box | null {
  const [cell] = boxes
    .filter((box) => holdsMiddle(box, tick.box) && box.width >= WIDER * tick.box.width && box.height > tick.box.height)
    .sort((a, b) => a.width * a.height - b.width * b.height);
  if (cell === undefined || runs.some(({ box }) => holdsMiddle(cell, box))) return null;
  return ticks.some((other) => other !== tick && holdsMiddle(cell, other.box)) ? null : cell;
}
