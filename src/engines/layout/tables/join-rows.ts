import { type Span, union } from '../span';
import { asksForName, runsOn } from './first-lines';
import { isText, type RowReading } from './read-cells';

/** A row of a printed table on its way to become an item, or a part of one. */
export interface RowPart {
  readonly item: RowReading[];
  /** It has what makes an item; else it only goes on with the one above or below. */
  readonly anchor: boolean;
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a row stands: around its filled cells. */
export function extentOf(row: readonly (Span | null)[]): Pick<RowPart, 'page' | 'top' | 'bottom'> {
  const filled = row.filter((cell) => cell !== null);
  return {
    page: filled[0]?.page ?? 0,
    top: Math.min(...filled.map((cell) => cell.box.y)),
    bottom: Math.max(...filled.map((cell) => cell.box.y + cell.box.height)),
  };
}

/** Gap in heights of the text within which lines belong together, and within which they may. */
const CLOSE = 0.35;
const NEAR = 0.9;
/** By so many points a gap must be wider than the others to part two items. */
const WIDER = 1.5;
/** Share of items without a text of their own from which on texts stand above their numbers. */
const MOSTLY = 0.6;

/**
 * Gives rows without amounts of their own to the items they stand with: the one above, or the one below where that is
 * nearer or where texts are set above their numbers. What stands apart from both is a heading inside the table and goes.
 */
export function joinRows(parts: readonly RowPart[]): RowReading[][] {
  const anchors = parts.filter((part) => part.anchor);
  const bare = anchors.filter((part) => !hasText(part.item)).length;
  const textAbove = bare >= anchors.length * MOSTLY;
  const texts = parts.flatMap((part) => part.item.filter(isText).map(({ span }) => span.box.x + span.box.width));
  const limit = texts.reduce((most, right) => Math.max(most, right), 0);
  const set: Setting = { textAbove, pitch: pitchOf(parts), limit };
  let loose: RowPart[] = [];
  let above: RowPart | null = null;
  for (const part of parts) {
    if (!part.anchor) loose.push(part);
    else {
      settle(loose, above, part, set);
      loose = [];
      above = part;
    }
  }
  settle(loose, above, null, set);
  return anchors.map((part) => part.item);
}

/** How the items of a table are set. */
interface Setting {
  readonly textAbove: boolean;
  /** Usual gap between items that follow each other; null where none do. */
  readonly pitch: number | null;
  /** The right edge in points that texts reach. */
  readonly limit: number;
}

function pitchOf(parts: readonly RowPart[]): number | null {
  const gaps = parts.slice(1).flatMap((part, index) => {
    const before = parts[index];
    return part.anchor && before?.anchor === true && before.page === part.page ? [gapBetween(before, part)] : [];
  });
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? null;
}

function settle(loose: readonly RowPart[], above: RowPart | null, below: RowPart | null, set: Setting): void {
  if (loose.length === 0) return;
  const run = [...(above === null ? [] : [above]), ...loose, ...(below === null ? [] : [below])];
  const gaps = run.slice(1).map((part, index) => gapBetween(run[index], part));
  const first = above === null ? 0 : cutAt(gaps, below !== null, set.textAbove);
  const toAbove = loose.slice(0, first);
  const toBelow = loose.slice(first);
  if (above !== null) {
    let last = above;
    for (const part of toAbove) {
      if (!belongs(last, part, set)) break;
      carryOn(above.item, part.item, set.limit);
      last = part;
    }
  }
  if (below === null) return;
  let next = below;
  for (const part of [...toBelow].reverse()) {
    if (!belongs(part, next, set)) break;
    leadIn(below.item, part.item);
    next = part;
  }
}

/** How many rows of a run go to the item above: up to the widest gap; all where none is wider. */
function cutAt(gaps: readonly number[], hasBelow: boolean, textAbove: boolean): number {
  if (!hasBelow) return gaps.length;
  const widest = most(gaps);
  const others = gaps.filter((gap) => gap !== widest);
  const parted = others.length > 0 && widest > most(others) + WIDER;
  if (parted) return gaps.indexOf(widest);
  return textAbove ? 0 : gaps.length - 1;
}

function most(gaps: readonly number[]): number {
  return gaps.reduce((wide, gap) => Math.max(wide, gap), Number.NEGATIVE_INFINITY);
}

function gapBetween(upper: RowPart | undefined, lower: RowPart): number {
  if (upper === undefined || upper.page !== lower.page) return Number.POSITIVE_INFINITY;
  return lower.top - upper.bottom;
}

/** Lines of one item stand close, or at least closer than items do. */
function belongs(upper: RowPart, lower: RowPart, { pitch, textAbove }: Setting): boolean {
  const height = Math.min(Math.max(upper.bottom - upper.top, lower.bottom - lower.top), 16);
  const gap = gapBetween(upper, lower);
  if (gap < height * CLOSE) return lower.anchor && !textAbove ? pitch !== null && gap < pitch - WIDER : true;
  return gap < height * NEAR && (textAbove || (pitch !== null && gap < pitch - WIDER));
}

function hasText(item: readonly RowReading[]): boolean {
  return item.some((one) => isText(one) && /\p{L}{2}/u.test(one.span.text));
}

/** "Product origin: Spain" is a remark and no description. */
const LABELLED = /:$|^[^:]{2,30}: /;

/** What a row adds to the item above: more of its texts, or the price that a deduction leaves ("= 19.00"). */
function carryOn(last: RowReading[], more: readonly RowReading[], limit: number): void {
  for (const part of more) {
    const index = last.findIndex((one) => one.property === part.property);
    const held = last[index];
    if (part.property.concept?.id === 'item-unit-price' && held !== undefined && part.span.text.includes('='))
      last[index] = part;
    if (!isText(part) || LABELLED.test(part.span.text)) continue;
    if (held === undefined) last.push(part);
    else if (!asksForName(part.property) || runsOn(held.span, part.span, limit)) last[index] = joined(held, part);
  }
}

/** What a row adds to the item below. */
function leadIn(next: RowReading[], before: readonly RowReading[]): void {
  for (const part of before) {
    if (!isText(part) || LABELLED.test(part.span.text)) continue;
    const index = next.findIndex((one) => one.property === part.property);
    const held = next[index];
    if (held === undefined) next.push(part);
    else next[index] = { ...joined(part, held), score: held.score };
  }
}

function joined(first: RowReading, second: RowReading): RowReading {
  if (first.span.page !== second.span.page) return first;
  return {
    ...first,
    value: `${first.value} ${second.value}`,
    span: {
      ...first.span,
      box: union(first.span.box, second.span.box),
      text: `${first.span.text} ${second.span.text}`,
    },
  };
}
