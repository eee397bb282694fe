import type { Rule } from '../parsed-document';

/** Points by which rules may miss each other and still meet. */
const MEET_SLACK = 3;
/** Points within which rules stand on one line of the grid. */
const SAME_LINE = 3;
/** Rules of one page looked at: meeting is a matter of pairs. */
const MAX_RULES = 1200;

/** A lattice of ruling lines: where its columns and rows part, and which edges are drawn. */
export interface RuleGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Whether a vertical rule is drawn at `xs[column]` beside the row between `ys[row]` and `ys[row + 1]`. */
  readonly hasVertical: (column: number, row: number) => boolean;
  /** Whether a horizontal rule is drawn at `ys[row]` over the column between `xs[column]` and `xs[column + 1]`. */
  readonly hasHorizontal: (row: number, column: number) => boolean;
}

/** Groups of horizontal and vertical rules that meet, as grids. */
export function ruleGrids(rules: readonly Rule[]): RuleGrid[] {
  if (rules.length > MAX_RULES) return [];
  const parent = rules.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  rules.forEach((a, first) => {
    if (a.y1 !== a.y2) return;
    rules.forEach((b, second) => {
      if (b.x1 === b.x2 && meet(a, b)) parent[rootOf(second)] = rootOf(first);
    });
  });
  const groups = new Map<number, Rule[]>();
  rules.forEach((rule, index) => {
    const root = rootOf(index);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [rule]);
    else group.push(rule);
  });
  return [...groups.values()].flatMap((group) => {
    const grid = gridOf(group);
    return grid === null ? [] : [grid];
  });
}

function meet(horizontal: Rule, vertical: Rule): boolean {
  return (
    vertical.x1 >= horizontal.x1 - MEET_SLACK &&
    vertical.x1 <= horizontal.x2 + MEET_SLACK &&
    horizontal.y1 >= vertical.y1 - MEET_SLACK &&
    horizontal.y1 <= vertical.y2 + MEET_SLACK
  );
}

function gridOf(rules: readonly Rule[]): RuleGrid | null {
  const horizontals = rules.filter((rule) => rule.y1 === rule.y2);
  const verticals = rules.filter((rule) => rule.x1 === rule.x2);
  if (horizontals.length < 2 || verticals.length < 2) return null;
  const left = Math.min(...horizontals.map((rule) => rule.x1));
  const right = Math.max(...horizontals.map((rule) => rule.x2));
  // Tables open at the sides have rules that reach beyond the outermost columns drawn.
  const xs = lines([...verticals.map((rule) => rule.x1), left, right]);
  const ys = lines(horizontals.map((rule) => rule.y1));
  if (xs.length < 3 || ys.length < 2) return null;
  return {
    xs,
    ys,
    hasVertical: (column, row) => {
      const x = xs[column] ?? 0;
      const y = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
      return verticals.some((rule) => Math.abs(rule.x1 - x) <= SAME_LINE && rule.y1 <= y && rule.y2 >= y);
    },
    hasHorizontal: (row, column) => {
      const y = ys[row] ?? 0;
      const x = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2;
      return horizontals.some((rule) => Math.abs(rule.y1 - y) <= SAME_LINE && rule.x1 <= x && rule.x2 >= x);
    },
  };
}

function lines(positions: readonly number[]): number[] {
  const sorted = [...positions].sort((a, b) => a - b);
  return sorted.filter((at, index) => index === 0 || at - (sorted[index - 1] ?? 0) > SAME_LINE);
}
