import type { Blank } from './blank';
import { around, bottom, right, sharedHeight } from './geometry';
import type { TextRun } from './text-runs';

/** Points between two rules that are written on one after the other. */
const WITHIN = 32;
/** Points by which their ends may differ. */
const SLACK = 4;

/** Rules under each other with nothing printed between or beside them are one blank of several lines. */
export function joinLines(blanks: readonly Blank[], runs: readonly TextRun[]): Blank[] {
  const sorted = [...blanks].sort((a, b) => bottom(a.box) - bottom(b.box));
  const joined: Blank[] = [];
  for (const blank of sorted) {
    const at = joined.findLastIndex((one) => goesOn(one, blank, runs));
    const before = joined[at];
    if (before === undefined) joined.push(blank);
    else {
      const pitch = before.pitch ?? bottom(blank.box) - bottom(before.box);
      joined[at] = { ...before, box: around([before.box, blank.box]), pitch };
    }
  }
  return joined;
}

function goesOn(before: Blank, blank: Blank, runs: readonly TextRun[]): boolean {
  if (before.kind !== 'rule' || blank.kind !== 'rule') return false;
  const step = bottom(blank.box) - bottom(before.box);
  const isLike =
    Math.abs(before.box.x - blank.box.x) <= SLACK && Math.abs(right(before.box) - right(blank.box)) <= SLACK;
  if (!isLike || step <= 4 || step > WITHIN || (before.pitch !== null && Math.abs(before.pitch - step) > SLACK))
    return false;
  const row = { ...blank.box, y: bottom(before.box) - 1, height: step + 2 };
  return !runs.some(
    ({ box }) => sharedHeight(box, row) > 0.4 * box.height && right(box) > row.x - 250 && box.x < right(row),
  );
}
