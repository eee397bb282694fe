import type { Line, Rule, Word } from '../parsed-document';
import { boundingBox, centerY, lineOf } from './boxes';

/** A gap wider than this part of the font size starts another line: a word space is a quarter to a third, justified text goes to about 0.8. */
const WIDE_GAP_EM = 1;
/** How far two baselines may be apart, as a part of the smaller font's height, and still be one. */
const BASELINE_SLACK = 0.35;
/** Where the baseline lies in a word's box, from the top. */
const BASELINE_SHARE = 0.8;

function baseline(word: Word): number {
  return word.box.y + word.box.height * BASELINE_SHARE;
}

/** Groups words by baseline, bands from top to bottom, the words of a band from left to right. */
export function bandsOf(words: readonly Word[]): Word[][] {
  const sorted = [...words].sort((a, b) => baseline(a) - baseline(b));
  const bands: Word[][] = [];
  let current: Word[] = [];
  let reference = 0;
  let height = 0;
  for (const word of sorted) {
    const slack = BASELINE_SLACK * Math.min(height, word.box.height);
    if (current.length > 0 && baseline(word) - reference <= slack) {
      current.push(word);
      continue;
    }
    if (current.length > 0) bands.push(current);
    current = [word];
    reference = baseline(word);
    height = word.box.height;
  }
  if (current.length > 0) bands.push(current);
  const whole = withRaised(bands);
  for (const band of whole) band.sort((a, b) => a.box.x - b.box.x);
  return whole;
}

/** Raised and lowered words are smaller than those beside them, by this factor at least. */
const RAISED_SIZE = 0.9;
/** How far their baseline is off, as a part of the height of the words beside. */
const MAX_RAISE = 0.6;
/** Font sizes between a raised word and the next. */
const RAISED_WITHIN_EM = 0.5;

/** Puts the mark of a footnote, an exponent, an index to the words that it stands at. */
function withRaised(bands: readonly Word[][]): Word[][] {
  const whole: Word[][] = [];
  for (const band of bands) {
    const above = whole[whole.length - 1];
    if (above !== undefined && (isRaised(above, band) || isRaised(band, above))) above.push(...band);
    else whole.push(band);
  }
  return whole;
}

function isRaised(small: readonly Word[], band: readonly Word[]): boolean {
  return small.every((word) =>
    band.some((other) => {
      if (word.size > RAISED_SIZE * other.size) return false;
      if (Math.abs(baseline(word) - baseline(other)) > MAX_RAISE * other.box.height) return false;
      const gap = Math.max(word.box.x - other.box.x - other.box.width, other.box.x - word.box.x - word.box.width);
      // Raised digits behind digits are cents or an exponent: joined, they would read as another number.
      const isNumber = /\d$/.test(other.text) && /^\d/.test(word.text);
      return !isNumber && gap > -0.2 * word.size && gap < RAISED_WITHIN_EM * other.size;
    }),
  );
}

/** Cuts the words of one band at wide gaps and at drawn vertical rules. */
export function segmentBand(band: readonly Word[], verticals: readonly Rule[], wideGapEm = WIDE_GAP_EM): Line[] {
  const lines: Line[] = [];
  let current: Word[] = [];
  for (const word of band) {
    const last = current[current.length - 1];
    if (last !== undefined && isTail(last, word)) {
      current[current.length - 1] = together(last, word);
      continue;
    }
    if (last !== undefined && isApart(last, word, verticals, wideGapEm)) {
      lines.push(lineOf(current));
      current = [];
    }
    current.push(word);
  }
  if (current.length > 0) lines.push(lineOf(current));
  return lines;
}

/** Closing punctuation right behind a word belongs to it, in whatever pieces they were drawn. */
function isTail(word: Word, next: Word): boolean {
  const gap = next.box.x - word.box.x - word.box.width;
  return /^[.,;:!?)\]»”’%]+$/.test(next.text) && Math.abs(gap) < 0.1 * next.size && /[\p{L}\p{N})]$/u.test(word.text);
}

function together(word: Word, tail: Word): Word {
  return {
    ...word,
    text: word.text + tail.text,
    box: boundingBox([word.box, tail.box]),
    certainty: Math.min(word.certainty, tail.certainty),
  };
}

function isApart(left: Word, right: Word, verticals: readonly Rule[], wideGapEm: number): boolean {
  const end = left.box.x + left.box.width;
  const gap = right.box.x - end;
  if (gap > wideGapEm * Math.min(left.size, right.size)) return true;
  const y = centerY(right.box);
  // A box around a link is no taller than its words; what parts columns is.
  const reach = 0.75 * right.box.height;
  return verticals.some(
    (rule) =>
      rule.x1 > end - 1 && rule.x1 < right.box.x + 1 && rule.y1 <= y && rule.y2 >= y && rule.y2 - rule.y1 > 2 * reach,
  );
}

/** Vertical rules, top to bottom. */
export function verticalsOf(rules: readonly Rule[]): Rule[] {
  return rules.filter((rule) => rule.x1 === rule.x2);
}
