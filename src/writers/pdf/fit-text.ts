/** How text is fitted into a box — pure. */

/** Points that a text is wide at a size. */
export type Measure = (text: string, size: number) => number;

export interface Room {
  readonly width: number;
  readonly height: number;
  /** Points from one line to write on to the next; null: lines go where they fit. */
  readonly pitch: number | null;
}

/** Text as it is to be set. */
export interface FittedText {
  readonly lines: readonly string[];
  /** Font size in points. */
  readonly size: number;
  /** Points from baseline to baseline. */
  readonly leading: number;
}

/** Points of text where there is room, and where there is next to none. */
const USUAL = 11;
const SMALLEST = 4;
/** Of several lines. */
const USUAL_OF_MANY = 10;
const STEP = 0.25;
/** Share of a line's height that letters take, and of a font size from line to line. */
const SHARE_OF_LINE = 0.74;
const LEADING = 1.18;
/** Points of height from which on there is room for two lines. */
const TWO_LINES = 24;

/**
 * Text in the largest size that fits: on one line where that is readable, else on several where there is room for them. What
 * fits in no size is set in the smallest, and is longer than its box.
 */
export function fitText(text: string, room: Room, measure: Measure): FittedText {
  const lineHeight = room.pitch ?? Math.min(room.height, TWO_LINES);
  const largest = Math.min(USUAL, SHARE_OF_LINE * lineHeight);
  const paragraphs = text.split(/\r?\n/);
  const single = paragraphs.length === 1 ? sizeOnOneLine(text, room.width, largest, measure) : 0;
  const isTall = room.pitch !== null || room.height >= TWO_LINES;
  const readable = Math.min(largest, isTall ? 0.7 * largest : SMALLEST);
  if (single >= readable || (!isTall && paragraphs.length === 1)) {
    const size = Math.max(SMALLEST, single);
    return { lines: [text], size, leading: LEADING * size };
  }
  return onManyLines(paragraphs, room, Math.min(USUAL_OF_MANY, largest), measure);
}

/** Points at which a text is no wider than its room, `largest` at most. */
export function sizeOnOneLine(text: string, width: number, largest: number, measure: Measure): number {
  const natural = measure(text, largest);
  return natural <= width ? largest : (largest * width) / natural;
}

function onManyLines(paragraphs: readonly string[], room: Room, largest: number, measure: Measure): FittedText {
  for (let size = largest; ; size -= STEP) {
    const isLast = size - STEP < SMALLEST;
    const leading = room.pitch ?? LEADING * size;
    const lines = paragraphs.flatMap((paragraph) => wrapped(paragraph, room.width, (text) => measure(text, size)));
    const isWide = lines.some((line) => measure(line, size) > room.width);
    const most = Math.max(1, Math.floor((room.height + 0.2 * size) / leading));
    if ((lines.length <= most && !isWide) || isLast) return { lines, size, leading };
  }
}

/** Words on lines no wider than this; a word that is wider has a line of its own. */
function wrapped(paragraph: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
