import { isNumeric } from '../is-numeric';
import type { Line } from '../parsed-document';

/** How much larger than the text a heading is set; one that is bold needs less. */
const LARGER = 1.2;
const LARGER_BOLD = 1.05;
/** Sizes read off an image vary from line to line. */
const LARGER_READ = 1.5;
/** Sizes of one level of headings may differ by as much. */
const SAME_LEVEL = 1.2;
const MAX_LEVEL = 6;
const MAX_CHARACTERS = 120;
const MAX_WORDS = 16;
/** "Order no: A-118": a label and its value, however large. */
const LABELLED_CODE = /\p{L}\s?:\s+\S*\d/u;
/** White space above and below a bold heading of the text's own size, in line heights. */
const MIN_SPACE = 0.5;
/** Words from which on a line is one of running text. */
const PROSE_WORDS = 5;

/** A line with its neighbours in reading order, as far as they stand below one another; null at the ends. */
export interface PlacedLine {
  readonly line: Line;
  readonly above: Line | null;
  readonly below: Line | null;
}

/** The levels of headings, 1-6, by line. `text`: all that is printed, tables too. */
export function headingLevels(lines: readonly PlacedLine[], text: Iterable<Line>): ReadonlyMap<Line, number> {
  const body = bodySize(text);
  const headings = withoutPassages(lines.filter((placed) => isHeading(placed, body)));
  const sizes = [...new Set(headings.map(sizeOf))].sort((a, b) => b - a);
  const levels = new Map<number, number>();
  let level = 0;
  let largest = Number.POSITIVE_INFINITY;
  for (const size of sizes) {
    if (largest > SAME_LEVEL * size) {
      level += 1;
      largest = size;
    }
    levels.set(size, Math.min(level, MAX_LEVEL));
  }
  return new Map(headings.map((line): [Line, number] => [line, levels.get(sizeOf(line)) ?? MAX_LEVEL]));
}

/** Lines that one heading has at most, and words from which on what ends in a full stop is a sentence. */
const MAX_LINES = 3;
const MIN_SENTENCE_WORDS = 8;

/** Without passages that are set in larger letters: many lines below one another, or whole sentences. */
function withoutPassages(headings: readonly PlacedLine[]): Line[] {
  const runs: Line[][] = [];
  for (const { line, above } of headings) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && last === above && sizeOf(last) === sizeOf(line)) run.push(line);
    else runs.push([line]);
  }
  return runs.filter((run) => !isPassage(run)).flat();
}

function isPassage(run: readonly Line[]): boolean {
  const words = run.reduce((sum, line) => sum + line.words.length, 0);
  const isSentence = words >= MIN_SENTENCE_WORDS && /[.;]$/.test(run.at(-1)?.text ?? '');
  return run.length > MAX_LINES || isSentence;
}

/** Points, to the half: the size of most words. */
export function sizeOf(line: Line): number {
  const sizes = line.words.map((word) => word.size).sort((a, b) => a - b);
  return Math.round(2 * (sizes[Math.floor(sizes.length / 2)] ?? 10)) / 2;
}

/** The size that most characters are set in. */
function bodySize(lines: Iterable<Line>): number {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(sizeOf(line), (counts.get(sizeOf(line)) ?? 0) + line.text.length);
  let best = 10;
  let most = 0;
  for (const [size, count] of counts) {
    if (count <= most) continue;
    best = size;
    most = count;
  }
  return best;
}

export function isBold(line: Line): boolean {
  return line.words.every((word) => word.bold);
}

function isHeading({ line, above, below }: PlacedLine, body: number): boolean {
  const { text, words } = line;
  if (text.length > MAX_CHARACTERS || words.length > MAX_WORDS || !/\p{L}{2}/u.test(text) || isNumeric(text))
    return false;
  if (/^[☐☒•◦▪]/u.test(text)) return false;
  const size = sizeOf(line);
  if (words.some((word) => word.certainty < 1)) return size >= LARGER_READ * body && words.length > 1;
  if (LABELLED_CODE.test(text)) return false;
  if (size >= LARGER * body) return true;
  if (!isBold(line) || /[.,;:]$/.test(text)) return false;
  return size >= LARGER_BOLD * body || (size >= body && standsAlone({ line, above, below }));
}

/** Bold in the text's own size: over running text or set apart, and not the first line of an address. */
function standsAlone({ line, above, below }: PlacedLine): boolean {
  if (below === null || isBold(below)) return false;
  const room = (upper: Line | null, lower: Line): number =>
    upper === null ? Number.POSITIVE_INFINITY : lower.box.y - upper.box.y - upper.box.height;
  const space = MIN_SPACE * line.box.height;
  if (room(above, line) < space) return false;
  return below.words.length >= PROSE_WORDS || room(line, below) >= space;
}
