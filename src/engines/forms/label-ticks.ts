import type { Blank } from './blank';
import { type LabelledBlank, plainLabel } from './found-blank';
import { bottom, middleY, right, sharedHeight } from './geometry';
import type { TextRun } from './text-runs';

/** Points between a box and its words. */
const WORDS_WITHIN = 26;
/** Points between boxes under one another that answer one question, and what is asked above the first. */
const STACKED_WITHIN = 34;
const ASKED_WITHIN = 22;
/** Lines that a statement beside a box goes on below its first. */
const MORE_LINES = 4;
/** Points between what is asked and the first box of its line. */
const ASKED_BEFORE = 420;

/** What several boxes answer. */
interface Asked {
  readonly text: string;
  readonly runs: readonly TextRun[];
}

interface Marked {
  readonly tick: Blank;
  readonly words: readonly TextRun[];
}

/** Names boxes to be ticked by their words, after them or before, and by what they answer. */
export function labelTicks(
  ticks: readonly Blank[],
  runs: readonly TextRun[],
  others: readonly Blank[],
): LabelledBlank[] {
  const rows = rowsOf(ticks);
  const marked = rows.map((row) => wordsOfRow(row, runs, others));
  const used = new Set(marked.flat().flatMap(({ words }) => words));
  const free = runs.filter((run) => !used.has(run));
  const before = new Map(marked.flatMap((row) => row.map(({ tick }) => [tick, askedBefore(tick, row, free)])));
  const answered = new Set([...before.values()].flatMap((asked) => asked?.runs ?? []));
  const unanswered = free.filter((run) => !answered.has(run));
  return marked.flatMap((row) =>
    row.flatMap(({ tick, words }) => {
      const question = before.get(tick) ?? askedAbove(tick, ticks, unanswered);
      const label = plainLabel(words.map(({ text }) => text).join(' '));
      if (label === '' && question === null) return [];
      const naming = [...words, ...(question?.runs ?? [])];
      return label === ''
        ? [{ blank: tick, label: question?.text ?? '', question: null, runs: naming }]
        : [{ blank: tick, label, question: question?.text ?? null, runs: naming }];
    }),
  );
}

function rowsOf(ticks: readonly Blank[]): Blank[][] {
  const rows: Blank[][] = [];
  for (const tick of [...ticks].sort((a, b) => middleY(a.box) - middleY(b.box) || a.box.x - b.box.x)) {
    const row = rows.find((one) => one.some(({ box }) => Math.abs(middleY(box) - middleY(tick.box)) <= 4));
    if (row === undefined) rows.push([tick]);
    else row.push(tick);
  }
  return rows.map((row) => row.sort((a, b) => a.box.x - b.box.x));
}

function wordsOfRow(row: readonly Blank[], runs: readonly TextRun[], others: readonly Blank[]): Marked[] {
  const beside = runs.filter((run) => row.some(({ box }) => sharedHeight(run.box, box) > 0.3 * box.height));
  const after = row.map((tick, index) => wordsAfter(tick, row[index + 1], beside, others));
  const before = row.map((tick, index) => wordsBefore(tick, row[index - 1], beside));
  // "Yes ☐ No ☐": nothing stands after the last, and each has its words before it.
  const isBefore = (after.at(-1)?.length ?? 0) === 0 && before.every((words) => words.length > 0);
  return row.map((tick, index) => {
    const words = (isBefore ? before[index] : after[index]) ?? [];
    return { tick, words: isBefore || words.length === 0 ? words : withMoreLines(tick.box.x, words, runs) };
  });
}

function wordsAfter(
  tick: Blank,
  next: Blank | undefined,
  beside: readonly TextRun[],
  others: readonly Blank[],
): TextRun[] {
  const stop = Math.min(
    next?.box.x ?? Number.POSITIVE_INFINITY,
    ...others.filter(({ box }) => box.x > right(tick.box) && sharedHeight(box, tick.box) > 2).map(({ box }) => box.x),
  );
  const found: TextRun[] = [];
  let edge = right(tick.box);
  for (const run of [...beside].sort((a, b) => a.box.x - b.box.x)) {
    if (run.box.x < edge - 3 || run.box.x >= stop || run.box.x - edge > WORDS_WITHIN) continue;
    found.push(run);
    edge = right(run.box);
    break;
  }
  return found;
}

function wordsBefore(tick: Blank, previous: Blank | undefined, beside: readonly TextRun[]): TextRun[] {
  const start = previous === undefined ? Number.NEGATIVE_INFINITY : right(previous.box);
  const found = beside.filter(
    (run) => run.box.x >= start - 3 && right(run.box) <= tick.box.x + 3 && tick.box.x - right(run.box) <= WORDS_WITHIN,
  );
  return found.slice(-1);
}

/** A statement goes on below where its lines begin under each other. */
function withMoreLines(from: number, words: readonly TextRun[], runs: readonly TextRun[]): TextRun[] {
  const lines = [...words];
  for (let more = 0; more < MORE_LINES; more += 1) {
    const last = lines.at(-1);
    const next = runs.find(
      (run) =>
        last !== undefined &&
        run !== last &&
        run.box.x >= from - 2 &&
        run.box.x <= last.box.x + 12 &&
        Math.abs(run.size - last.size) <= 0.5 &&
        run.bold === last.bold &&
        run.box.y - bottom(last.box) <= 0.5 * last.size &&
        run.box.y > middleY(last.box) &&
        /^[\p{Ll}\d(]/u.test(run.text) &&
        !last.text.endsWith(':'),
    );
    if (next === undefined) break;
    lines.push(next);
  }
  return lines;
}

/** What stands before a box in its line: before several, or with a colon or a question mark. */
function askedBefore(tick: Blank, row: readonly Marked[], free: readonly TextRun[]): Asked | null {
  const asked = lastBefore(tick, free);
  if (asked === undefined) return null;
  const answers = row.filter((one) => lastBefore(one.tick, free) === asked);
  if (answers.length < 2 && !/[:?]$/.test(asked.text)) return null;
  return { text: plainLabel(asked.text), runs: [asked] };
}

const lastBefore = ({ box }: Blank, free: readonly TextRun[]): TextRun | undefined =>
  free
    .filter(
      (run) =>
        sharedHeight(run.box, box) > 0.3 * box.height &&
        right(run.box) <= box.x + 3 &&
        box.x - right(run.box) <= ASKED_BEFORE,
    )
    .sort((a, b) => right(b.box) - right(a.box))[0];

/** What stands above the first of several boxes, or of a row of them. */
function askedAbove(tick: Blank, ticks: readonly Blank[], free: readonly TextRun[]): Asked | null {
  const row = ticks.filter(({ box }) => Math.abs(middleY(box) - middleY(tick.box)) <= 4);
  const left = Math.min(...row.map(({ box }) => box.x));
  const column = stackOf(tick, ticks);
  const top = column[0] ?? tick;
  if (row.length + column.length < 3) return null;
  const above = free
    .filter(
      ({ box }) =>
        bottom(box) <= top.box.y + 3 &&
        top.box.y - bottom(box) <= ASKED_WITHIN &&
        box.x <= Math.min(left, top.box.x) + 12 &&
        right(box) > Math.min(left, top.box.x) - 12,
    )
    .sort((a, b) => bottom(b.box) - bottom(a.box))[0];
  return above !== undefined && (/[:?]$/.test(above.text) || above.bold)
    ? { text: plainLabel(above.text), runs: [above] }
    : null;
}

/** Boxes under one another, from the top one. */
function stackOf(tick: Blank, ticks: readonly Blank[]): Blank[] {
  const column = ticks.filter(({ box }) => Math.abs(box.x - tick.box.x) <= 3).sort((a, b) => a.box.y - b.box.y);
  const at = column.indexOf(tick);
  let first = at;
  while (first > 0 && gap(column, first) <= STACKED_WITHIN) first -= 1;
  let last = at;
  while (last < column.length - 1 && gap(column, last + 1) <= STACKED_WITHIN) last += 1;
  return column.slice(first, last + 1);
}

const gap = (column: readonly Blank[], index: number): number =>
  (column[index]?.box.y ?? 0) - (column[index - 1]?.box.y ?? 0);
