import type { Box, Rule } from '../../parsers/parsed-document';

/** Points by which ends of rules that meet may miss each other. */
const SLACK = 2.5;
/** More rules than this on a page are a drawing. */
const MAX_RULES = 1200;
/** Points of a cell's sides at least. */
const MIN_SIDE = 4;

/** The smallest boxes that drawn rules close: the cells of tables, and frames drawn side by side or line by line. */
export function cellsOfRules(rules: readonly Rule[]): Box[] {
  if (rules.length > MAX_RULES) return [];
  const flat = rules.filter(({ y1, y2 }) => y1 === y2).sort((a, b) => a.y1 - b.y1);
  const upright = rules.filter(({ x1, x2 }) => x1 === x2).sort((a, b) => a.x1 - b.x1);
  return flat.flatMap((top, index) => cellsBelow(top, flat.slice(index + 1), upright));
}

/** From each upright that hangs on a rule to the next one, down to the first rule that closes both. */
function cellsBelow(top: Rule, lower: readonly Rule[], upright: readonly Rule[]): Box[] {
  const hanging = upright.filter(
    ({ x1, y1, y2 }) =>
      x1 >= top.x1 - SLACK && x1 <= top.x2 + SLACK && y1 <= top.y1 + SLACK && y2 > top.y1 + SLACK + MIN_SIDE,
  );
  const cells: Box[] = [];
  for (const [index, left] of hanging.entries()) {
    const next = hanging.slice(index + 1).find(({ x1 }) => x1 - left.x1 >= MIN_SIDE);
    if (next === undefined) continue;
    const floor = lower.find(
      ({ x1, x2, y1 }) => y1 - top.y1 >= MIN_SIDE && x1 <= left.x1 + SLACK && x2 >= next.x1 - SLACK,
    );
    if (floor === undefined || left.y2 < floor.y1 - SLACK || next.y2 < floor.y1 - SLACK) continue;
    cells.push({ x: left.x1, y: top.y1, width: next.x1 - left.x1, height: floor.y1 - top.y1 });
  }
  return cells;
}
