import type { Box } from '../../parsers/parsed-document';
import type { Blank } from './blank';
import { type LabelledBlank, plainLabel } from './found-blank';
import { around, bottom, middleY, right, sharedHeight, sharedWidth } from './geometry';
import { gridLabels } from './grid-labels';
import type { Side } from './side';
import type { TextRun } from './text-runs';

/** The words that name a blank. */
export interface NearLabel {
  readonly text: string;
  readonly side: Side;
  readonly runs: readonly TextRun[];
}

interface Candidate {
  readonly blank: Blank;
  readonly runs: readonly TextRun[];
  readonly side: Side;
  /** Points of distance, weighted: the less, the likelier. */
  readonly cost: number;
}

/** Points within which labels stand. */
const LEFT_WITHIN = 240;
const ABOVE_WITHIN = 18;
const BELOW_WITHIN = 12;
/** What a point to the left counts beside one up or down: labels of one column end where they will. */
const LEFT_WEIGHT = 0.12;
/** What it is worth to end with a colon, to stand where most labels of the page do, to stand below. */
const COLON = 6;
const CUSTOM = 8;
const BELOW = 4;
/** Share of labels on one side from which on it is the page's custom. */
const MOST = 0.5;

/**
 * Names blanks to be written in by the print inside them, else left, above or below; of a table by its headings. Each run of
 * words names one blank. Blanks that nothing names are left out, unless they go on with one that has a name.
 */
export function labelBlanks(blanks: readonly Blank[], runs: readonly TextRun[]): LabelledBlank[] {
  const open = blanks.filter(({ inside }) => inside === null);
  const candidates = open.flatMap((blank) => candidatesOf(blank, blanks, runs));
  const custom = customOf(open, candidates);
  const settled = settle(candidates.map((one) => (one.side === custom ? { ...one, cost: one.cost - CUSTOM } : one)));
  const grid = gridLabels(open, (blank, side) => nearestOn(candidates, blank, side));
  return blanks.flatMap((blank): LabelledBlank[] => {
    const own = settled.get(blank);
    const label = plainLabel(blank.inside ?? grid.get(blank) ?? own?.text ?? '');
    return !/[\p{L}\p{N}]/u.test(label) ? [] : [{ blank, label, question: null, runs: own?.runs ?? [] }];
  });
}

function candidatesOf(blank: Blank, blanks: readonly Blank[], runs: readonly TextRun[]): Candidate[] {
  const { box, kind } = blank;
  const left = leftOf(blank, blanks, runs);
  const above = runs
    .filter((run) => isOver(run.box, box) && isClear(run.box, box, blank, blanks))
    .map((run) => ({ run, gap: box.y - bottom(run.box) }))
    .filter(({ gap }) => gap >= -3 && gap <= ABOVE_WITHIN)
    .map(({ run, gap }) => candidate(blank, [run], 'above', Math.max(0, gap) + aside(run.box, box)));
  const below = (kind === 'rule' ? runs : [])
    .filter((run) => isOver(run.box, box))
    .map((run) => ({ run, gap: run.box.y - bottom(box) }))
    .filter(({ gap }) => gap >= -3 && gap <= BELOW_WITHIN)
    .map(({ run, gap }) => candidate(blank, [run], 'below', BELOW + Math.max(0, gap) + aside(run.box, box)));
  return [...(left === null ? [] : [left]), ...above, ...below];
}

function candidate(blank: Blank, runs: readonly TextRun[], side: Side, distance: number): Candidate {
  const endsWithColon = side !== 'below' && /[:?]$/.test(runs.at(-1)?.text ?? '');
  return { blank, runs, side, cost: distance - (endsWithColon ? COLON : 0) };
}

const aside = (run: Box, box: Box): number => 0.1 * Math.abs(run.x - box.x);

/** The words nearest to a blank on one side, whether they name another one too. */
function nearestOn(candidates: readonly Candidate[], blank: Blank, side: Side): string | null {
  const [first] = candidates.filter((one) => one.blank === blank && one.side === side).sort((a, b) => a.cost - b.cost);
  return first?.runs.map(({ text }) => text).join(' ') ?? null;
}

/** Where a label beside a blank stands: what is written on a rule stands right above it; of several lines the first counts. */
function firstLineOf({ kind, box, pitch }: Blank): Box {
  if (kind !== 'rule') return box;
  return pitch === null ? { ...box, y: bottom(box) - 13, height: 15 } : { ...box, height: 19 };
}

/** The words left of a blank, all lines of them, down to the next blank there. */
function leftOf(blank: Blank, blanks: readonly Blank[], runs: readonly TextRun[]): Candidate | null {
  const { box } = blank;
  const zone = firstLineOf(blank);
  const before = runs.filter(
    (run) =>
      middleY(run.box) >= zone.y - 1 &&
      middleY(run.box) <= bottom(zone) + 1 &&
      right(run.box) <= box.x + 4 &&
      box.x - right(run.box) <= LEFT_WITHIN &&
      !blanks.some(
        (other) =>
          other !== blank &&
          sharedHeight(other.box, zone) > 3 &&
          sharedHeight(other.box, run.box) > 0 &&
          other.box.x >= right(run.box) - 4 &&
          right(other.box) <= box.x + 4,
      ),
  );
  const edge = Math.max(...before.map((run) => right(run.box)));
  const nearest = before.filter(
    (run) => sharedWidth(run.box, around(before.filter((one) => right(one.box) >= edge - 1).map((one) => one.box))) > 0,
  );
  if (nearest.length === 0) return null;
  return candidate(blank, nearest, 'left', LEFT_WEIGHT * Math.max(0, box.x - edge));
}

/** Whether words begin over or under a blank, and not far beyond its beginning. */
const isOver = (run: Box, box: Box): boolean =>
  run.x >= box.x - 10 && run.x <= box.x + Math.max(12, 0.5 * box.width) && sharedWidth(run, box) > 0;

/** Whether no other blank lies between words and the blank below them. */
const isClear = (run: Box, box: Box, blank: Blank, blanks: readonly Blank[]): boolean =>
  !blanks.some(
    (other) =>
      other !== blank &&
      sharedWidth(other.box, box) > 4 &&
      other.box.y >= bottom(run) - 3 &&
      bottom(other.box) <= box.y + 3,
  );

/** The side on which most blanks have something near; null: there is none. */
function customOf(blanks: readonly Blank[], candidates: readonly Candidate[]): Side | null {
  const nearest = new Map<Blank, Candidate>();
  for (const one of candidates) {
    const held = nearest.get(one.blank);
    if (held === undefined || one.cost < held.cost) nearest.set(one.blank, one);
  }
  const sides = [...nearest.values()].map(({ side }) => side);
  const counted = (['left', 'above', 'below'] as const).map((side) => ({
    side,
    count: sides.filter((one) => one === side).length,
  }));
  return counted.find(({ count }) => count > MOST * blanks.length)?.side ?? null;
}

/** The nearest first; each blank one label, each run of words one blank. */
function settle(candidates: readonly Candidate[]): ReadonlyMap<Blank, NearLabel> {
  const labels = new Map<Blank, NearLabel>();
  const used = new Set<TextRun>();
  for (const { blank, runs, side } of [...candidates].sort((a, b) => a.cost - b.cost)) {
    if (labels.has(blank) || runs.some((run) => used.has(run))) continue;
    labels.set(blank, { text: runs.map(({ text }) => text).join(' '), side, runs });
    for (const run of runs) used.add(run);
  }
  return labels;
}
