import type { Page } from '../../parsers/parsed-document';
import type { Blank } from './blank';
import { drawnBoxes } from './drawn-boxes';
import type { PageField } from './form-field';
import type { LabelledBlank } from './found-blank';
import { frameBlanks, squaresOf } from './frame-blanks';
import { around, bottom, middleY, overlap, sharedHeight, sharedWidth } from './geometry';
import { joinLines } from './join-lines';
import { labelBlanks } from './label-blanks';
import { labelGridTicks } from './label-grid-ticks';
import { labelTicks } from './label-ticks';
import { dotBlanks, tickBlanks, underscoreBlanks } from './printed-blanks';
import { ruleBlanks } from './rule-blanks';
import { headingsOf, sectionOf } from './sections';
import { type TextRun, textRuns } from './text-runs';

/** Fields found on one page at most: more are a table of data or a drawing. */
const MAX_FIELDS = 500;

/**
 * The fields of a form that are drawn or typed on a page: boxes, rules, rows of dots or underscores, boxes to be ticked, in
 * reading order, each with the words that name it. Pure; looks at one page alone.
 */
export function fieldsOfPage(page: Page): PageField[] {
  const drawn = drawnBoxes(page);
  const usual = usualSize(page);
  const framed = frameBlanks(page, drawn, usual);
  const ticks = distinct([...tickBlanks(page, squaresOf(drawn)), ...framed.filter(({ kind }) => kind === 'tick')]);
  const written = distinct([
    ...framed.filter(({ kind }) => kind !== 'tick'),
    ...underscoreBlanks(page),
    ...dotBlanks(page),
    ...ruleBlanks(
      page,
      drawn.map(({ box }) => box),
    ),
  ]).filter(({ box }) => !ticks.some((tick) => overlap(tick.box, box) > 0.3));
  if (written.length + ticks.length > MAX_FIELDS) return [];
  const boxes = [...written, ...ticks].map(({ box }) => box);
  const runs = textRuns(page, boxes).filter((run) => !isInside(run, written));
  const inGrid = labelGridTicks(
    ticks,
    drawn.map(({ box }) => box),
    runs,
  );
  const gridRuns = new Set(inGrid.flatMap((one) => one.runs));
  const marked = [
    ...inGrid,
    ...labelTicks(
      ticks.filter((tick) => !inGrid.some(({ blank }) => blank === tick)),
      runs.filter((run) => !gridRuns.has(run)),
      written,
    ),
  ];
  const naming = new Set(marked.flatMap((one) => one.runs));
  const named = labelBlanks(
    joinLines(written, runs),
    runs.filter((run) => !naming.has(run)),
  );
  const headings = headingsOf(runs, [...named, ...marked], usual);
  return inOrder([...named, ...marked]).map((one) => fieldOf(page, one, sectionOf(one.blank.box, headings)));
}

/** Print in a box is its own label and none of another one. */
const isInside = (run: TextRun, blanks: readonly Blank[]): boolean =>
  blanks.some(({ inside }) => inside?.includes(run.text) === true && run.text.length > 0.6 * inside.length);

function usualSize(page: Page): number {
  const sizes = page.lines.flatMap(({ words }) => words.map(({ size }) => size)).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 10;
}

/** One blank may be drawn in several ways: the first counts. */
function distinct(blanks: readonly Blank[]): Blank[] {
  const kept: Blank[] = [];
  for (const blank of blanks) if (!kept.some((other) => isSamePlace(other, blank))) kept.push(blank);
  return kept;
}

const isSamePlace = ({ box: a }: Blank, { box: b }: Blank): boolean =>
  sharedWidth(a, b) > 0.5 * Math.min(a.width, b.width) && sharedHeight(a, b) > 0.6 * Math.min(a.height, b.height);

/** Line after line, from left to right. */
function inOrder(blanks: readonly LabelledBlank[]): LabelledBlank[] {
  const rows: LabelledBlank[][] = [];
  for (const one of [...blanks].sort((a, b) => bottom(a.blank.box) - bottom(b.blank.box))) {
    const row = rows.at(-1);
    const whole = around(row?.map(({ blank }) => blank.box) ?? []);
    const isBeside =
      row !== undefined && middleY(one.blank.box) < bottom(whole) && sharedHeight(whole, one.blank.box) > 4;
    if (isBeside) row.push(one);
    else rows.push([one]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.blank.box.x - b.blank.box.x));
}

function fieldOf(page: Page, { blank, label, question }: LabelledBlank, section: string | null): PageField {
  const { kind, box, cells, pitch, value } = blank;
  return {
    page: page.number,
    pageWidth: page.width,
    pageHeight: page.height,
    type: kind === 'tick' ? 'checkbox' : 'text',
    box,
    cells,
    pitch,
    label,
    question,
    section,
    onRule: kind === 'rule',
    value,
    declared: null,
  };
}
