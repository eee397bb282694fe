import type { Box, Line, Page, ParsedDocument, Word } from '../../../parsers/parsed-document';

/**
 * How the words of a page are cut into lines: as the parser did; all words of a row in one line; at gaps of twice the usual
 * width, or of half of it; or as the parser did, with no table known.
 */
export type Segmentation = 'as-read' | 'whole-rows' | 'wide-gaps' | 'narrow-gaps' | 'no-tables';

/** Widest gap inside of a line, in heights of its print. The usual is about 1.5. */
const WIDEST_GAP = { 'whole-rows': Number.POSITIVE_INFINITY, 'wide-gaps': 3, 'narrow-gaps': 0.75 } as const;

const cut = new WeakMap<ParsedDocument, Map<Segmentation, ParsedDocument>>();

/** The document cut another way; made once, so that what is known of it holds over all passes. */
export function resegmented(document: ParsedDocument, segmentation: Segmentation): ParsedDocument {
  if (segmentation === 'as-read') return document;
  const held = cut.get(document) ?? new Map<Segmentation, ParsedDocument>();
  cut.set(document, held);
  const known = held.get(segmentation);
  if (known !== undefined) return known;
  const made =
    segmentation === 'no-tables'
      ? { ...document, tables: [] }
      : { ...document, pages: document.pages.map((page) => recut(page, WIDEST_GAP[segmentation])) };
  held.set(segmentation, made);
  return made;
}

/** Rows keep the place in reading order of their first line. */
function recut(page: Page, widestGap: number): Page {
  return { ...page, lines: rowsOf(page.lines).flatMap((row) => linesIn(row, widestGap)) };
}

/** Lines that share a baseline, in the order in which the first of each comes. */
function rowsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const rows: Line[][] = [];
  const byHeight = new Map<number, Line[][]>();
  for (const line of lines) {
    const bucket = Math.floor(middleOf(line.box) / BUCKET);
    const near = [bucket - 1, bucket, bucket + 1].flatMap((one) => byHeight.get(one) ?? []);
    const row = near.find(([first]) => first !== undefined && sharesRow(first.box, line.box));
    if (row !== undefined) {
      row.push(line);
      continue;
    }
    const made = [line];
    rows.push(made);
    byHeight.set(bucket, [...(byHeight.get(bucket) ?? []), made]);
  }
  return rows;
}

/** Points of height that one bucket of rows covers. */
const BUCKET = 12;

const middleOf = ({ y, height }: Box): number => y + height / 2;

const sharesRow = (a: Box, b: Box): boolean =>
  Math.abs(middleOf(a) - middleOf(b)) < Math.min(a.height, b.height) * 0.45;

function linesIn(row: readonly Line[], widestGap: number): Line[] {
  const words = row.flatMap((line) => line.words).sort((a, b) => a.box.x - b.box.x);
  const groups: Word[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : word.box.x - (last.box.x + last.box.width);
    if (group === undefined || last === undefined || gap > widestGap * Math.max(last.box.height, word.box.height))
      groups.push([word]);
    else group.push(word);
  }
  return groups.map(lineOf);
}

function lineOf(words: readonly Word[]): Line {
  const left = Math.min(...words.map(({ box }) => box.x));
  const top = Math.min(...words.map(({ box }) => box.y));
  const right = Math.max(...words.map(({ box }) => box.x + box.width));
  const bottom = Math.max(...words.map(({ box }) => box.y + box.height));
  return {
    words,
    text: words.map(({ text }) => text).join(' '),
    box: { x: left, y: top, width: right - left, height: bottom - top },
  };
}
