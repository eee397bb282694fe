import type { ParsedPage, VectorShape } from '@llamaindex/liteparse-wasm';
import { centerY, holdsCenter } from '../page-layout/boxes';
import type { Box, Rule, Word } from '../parsed-document';
import { isWhite } from './page-rules';
import { filledIn } from './widget-words';

/** Points that the side of a box to be ticked may measure. */
const MIN_SIDE = 5;
const MAX_SIDE = 18;
/** Points of a drawn bullet. */
const MIN_BULLET = 1.5;
const MAX_BULLET = 6;
/** Font sizes within which a box has its label, and a bullet its text. */
const LABEL_WITHIN_EM = 3;
/** What people write into a box to tick it. */
const TICK = /^[xX×✓✔✗✘√•■]$/;
/** Boxes and bullets of one page; more are a pattern. */
const MAX_MARKS = 400;
/** Squares looked at, those in one another counted each. */
const MAX_DRAWN = 1600;
const SLACK = 1.5;

/** What is drawn on a page but read as a word. */
export interface PageMarks {
  readonly words: readonly Word[];
  /** Words that are a part of a mark: the "x" in a box. */
  readonly covered: ReadonlySet<Word>;
  /** Whether a rule is only the side of a box. */
  readonly isPart: (rule: Rule) => boolean;
}

export const NO_MARKS: PageMarks = { words: [], covered: new Set(), isPart: () => false };

/**
 * Boxes to be ticked, as "☐" and "☒", bullets that are drawn and not written, and values of form widgets that nothing is
 * drawn of. Of boxes and bullets only what stands beside a word counts.
 */
export function marksOfPage(page: ParsedPage, words: readonly Word[]): PageMarks {
  const shapes = (page.vectorGraphics?.shapes ?? []).filter(isVisible);
  const drawn = shapes.filter(isBox).map((shape) => shape.bbox);
  const boxes = [...(drawn.length > MAX_DRAWN ? [] : withoutNested(drawn)), ...tickWidgets(page)];
  const covered = new Set<Word>();
  const marks: Word[] = [];
  const sides: Box[] = [];
  for (const box of boxes.length > MAX_MARKS ? [] : boxes) {
    const widget = tickOf(page, box);
    const inside = words.filter((word) => holdsCenter(box, word.box));
    const label = besides(box, words, true);
    if (
      label === null ||
      inside.some((word) => !TICK.test(word.text)) ||
      marks.some((mark) => holdsCenter(box, mark.box))
    )
      continue;
    const isTicked = widget ?? (inside.length > 0 || shapes.some((shape) => isTick(shape, box, page)));
    for (const word of inside) covered.add(word);
    sides.push(box);
    marks.push(markOf(isTicked ? '☒' : '☐', box, label));
  }
  const bullets = shapes.filter(isBullet).filter(({ bbox }) => !sides.some((side) => holdsCenter(side, bbox, SLACK)));
  for (const { bbox, fill } of bullets.length > MAX_MARKS ? [] : bullets) {
    const text = besides(bbox, words, false);
    if (text !== null) marks.push(markOf(fill ? '•' : '◦', bbox, text));
  }
  marks.push(...filledIn(page, words));
  const isPart = (rule: Rule): boolean => sides.some((side) => lies(rule, side));
  return { words: marks, covered, isPart };
}

function isVisible(shape: VectorShape): boolean {
  return (shape.stroke && !isWhite(shape.strokeColor)) || (shape.fill && !isWhite(shape.fillColor));
}

/** A drawn square that is not filled with ink. */
function isBox({ bbox, stroke, fill, fillColor, hasCurve }: VectorShape): boolean {
  const { width, height } = bbox;
  if (hasCurve || Math.min(width, height) < MIN_SIDE || Math.max(width, height) > MAX_SIDE) return false;
  return Math.abs(width - height) <= 0.25 * Math.max(width, height) && stroke && (!fill || isWhite(fillColor));
}

/** Boxes in boxes are borders; boxes side by side without a gap are a comb for letters. */
function withoutNested(boxes: readonly Box[]): Box[] {
  const outer = boxes.filter((box, index) =>
    boxes.every(
      (other, at) =>
        at === index ||
        !holdsCenter(other, box) ||
        other.width < box.width ||
        (other.width === box.width && at > index),
    ),
  );
  return outer.filter((box) =>
    outer.every((other) => {
      const gap = Math.abs(other.x - box.x) - Math.max(box.width, other.width);
      return other === box || Math.abs(other.y - box.y) > SLACK || gap > SLACK;
    }),
  );
}

function tickWidgets(page: ParsedPage): Box[] {
  return (page.formFields ?? []).flatMap(({ type, rect }) =>
    /check|radio/i.test(type) && rect !== undefined ? [rect] : [],
  );
}

/** Whether the form widget at a place is ticked; null where there is none. */
function tickOf(page: ParsedPage, box: Box): boolean | null {
  const widget = (page.formFields ?? []).find(
    ({ type, rect }) => /check|radio/i.test(type) && rect !== undefined && holdsCenter(rect, box, SLACK),
  );
  return widget === undefined ? null : widget.checked === true;
}

/** Ink in a box: a cross, a check mark, a filling. Its own border is none. */
function isTick({ bbox, hasCurve, fill, fillColor }: VectorShape, box: Box, page: ParsedPage): boolean {
  if (bbox === box) return false;
  const isInside =
    bbox.x >= box.x - SLACK &&
    bbox.y >= box.y - SLACK &&
    bbox.x + bbox.width <= box.x + box.width + SLACK &&
    bbox.y + bbox.height <= box.y + box.height + SLACK;
  if (!isInside || Math.max(bbox.width, bbox.height) < 0.4 * box.width) return false;
  if (Math.min(bbox.width, bbox.height) < 0.15 * box.width) return false;
  if (hasCurve || (fill && !isWhite(fillColor))) return true;
  const isFrame = (page.vectorGraphics?.lines ?? []).some(
    ({ x1, x2, y1, y2 }) =>
      y1 === y2 &&
      Math.abs(y1 - bbox.y) <= SLACK &&
      Math.abs(Math.abs(x2 - x1) - bbox.width) <= 2 * SLACK &&
      x1 >= bbox.x - SLACK &&
      x1 <= bbox.x + bbox.width,
  );
  return !isFrame;
}

function isBullet({ bbox, hasCurve, fill }: VectorShape): boolean {
  const { width, height } = bbox;
  if (Math.min(width, height) < MIN_BULLET || Math.max(width, height) > MAX_BULLET) return false;
  return Math.abs(width - height) <= 0.2 * Math.max(width, height) && (hasCurve || fill);
}

/** The word that follows on the same line, or stands before it where that is asked for; null where none is near. */
function besides(box: Box, words: readonly Word[], orBefore: boolean): Word | null {
  const y = centerY(box);
  let best: Word | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (y < word.box.y || y > word.box.y + word.box.height) continue;
    const after = word.box.x - box.x - box.width;
    const before = box.x - word.box.x - word.box.width;
    const gap = after >= -SLACK ? after : orBefore && before >= -SLACK ? before : Number.POSITIVE_INFINITY;
    if (gap > LABEL_WITHIN_EM * word.size || gap >= least) continue;
    best = word;
    least = gap;
  }
  return best;
}

/** The mark as a word of the line that it stands in. */
function markOf(text: string, box: Box, beside: Word): Word {
  const { y, height } = beside.box;
  return {
    text,
    box: { x: box.x, y, width: box.width, height },
    size: beside.size,
    bold: beside.bold,
    certainty: 1,
  };
}

function lies(rule: Rule, box: Box): boolean {
  return (
    rule.x1 >= box.x - SLACK &&
    rule.y1 >= box.y - SLACK &&
    rule.x2 <= box.x + box.width + SLACK &&
    rule.y2 <= box.y + box.height + SLACK
  );
}
