import type { PageFacts } from '../classify/page-facts';
import type { Stance } from '../classify/stance';
import type { PageMarks } from './page-marks';

/** What a page is seen by: what it shows of kinds, and how it is joined to its neighbours. */
export interface SeenPage {
  readonly facts: PageFacts;
  readonly marks: PageMarks;
}

/** Log odds that are there before anything is seen: most pages begin nothing. */
const PRIOR = -0.9;

/** For each page the log odds that a document begins with it; the first one's is not asked for. */
export function beginnings(pages: readonly SeenPage[], stance: Stance): number[] {
  const numbering = numberingOf(pages);
  return pages.map((page, index) => {
    const before = lastPrinted(pages, index);
    if (before === undefined) return 0;
    if (page.marks.isBlank) return PRIOR * 2;
    const seen = stance.paper * paper(before, page, numbering) + stance.text * text(before, page);
    return seen + stance.caution * PRIOR;
  });
}

/** The page before it that is not blank. */
const lastPrinted = (pages: readonly SeenPage[], index: number): SeenPage | undefined =>
  pages.slice(Math.max(0, index - 3), index).findLast(({ marks }) => !marks.isBlank) ?? pages[index - 1];

/** How the numbers printed on the pages run: over the whole bundle they say nothing of its documents. */
type Numbering = 'restarts' | 'runs-through';

function numberingOf(pages: readonly SeenPage[]): Numbering {
  const offsets = pages.flatMap(({ marks }, index) => (marks.number === null ? [] : [marks.number.number - index]));
  const isOne = offsets.length > 1 && offsets.length >= pages.length * 0.7 && new Set(offsets).size === 1;
  return isOne ? 'runs-through' : 'restarts';
}

/** Numbers that run through a whole bundle still speak a little for its being one document. */
const RUNNING_THROUGH = 0.4;

function paper({ marks: before }: SeenPage, { marks: page }: SeenPage, numbering: Numbering): number {
  const numbers = byNumbers(before, page) * (numbering === 'runs-through' ? RUNNING_THROUGH : 1);
  return numbers + byMargins(before, page) + byMake(before, page);
}

function byNumbers({ number: before }: PageMarks, { number: page }: PageMarks): number {
  let odds = 0;
  if (before !== null && before.of === before.number) odds += 2.5;
  if (before !== null && before.of !== null && before.number < before.of && page === null) odds -= 1;
  if (page === null) return odds + (before === null ? 0 : 0.4);
  if (page.number === 1) return odds + (page.of === null ? 2.5 : 3.5);
  if (before === null) return odds - (page.of === null ? 0.3 : 1.2);
  const follows = page.number === before.number + 1;
  if (follows && page.of === before.of) return odds - (page.of === null ? 2.5 : 5);
  return odds + (follows ? -1 : 0.8);
}

/** Heads and feet that run on, or that change. */
function byMargins(before: PageMarks, page: PageMarks): number {
  return byMargin(before.head, page.head) + byMargin(before.foot, page.foot);
}

function byMargin(before: ReadonlySet<string>, page: ReadonlySet<string>): number {
  if (before.size === 0 && page.size === 0) return 0;
  if (before.size === 0 || page.size === 0) return 0.3;
  const shared = [...page].filter((text) => before.has(text)).length;
  return shared === 0 ? 0.8 : -0.8 - 1.2 * (shared / Math.min(before.size, page.size));
}

function byMake(before: PageMarks, page: PageMarks): number {
  if (before.file !== page.file) return 8;
  const apart = (a: number, b: number): boolean => Math.abs(a - b) > 0.03 * Math.max(a, b);
  const sized = apart(before.width, page.width) || apart(before.height, page.height) ? 1.2 : -0.1;
  const turned = before.turned === page.turned ? 0 : 0.5;
  const read = before.isPicture === page.isPicture ? 0 : 2;
  const set = page.isPicture || Math.abs(before.bodySize - page.bodySize) < 0.9 ? 0 : 0.8;
  return sized + turned + read + set;
}

function text(before: SeenPage, page: SeenPage): number {
  return byTitles(before, page) + byCodes(before.marks, page.marks) + byFlow(before.marks, page.marks);
}

/** A heading that names a paper stands on its first page, and again on others only where all have it. */
function byTitles({ facts: before }: SeenPage, { facts: page }: SeenPage): number {
  const [own, other] = [titleOf(page), titleOf(before)];
  if (own === null) return -0.5;
  const repeats = other !== null && other.text.toLowerCase() === own.text.toLowerCase();
  return repeats ? 0.5 * own.weight : 3 * own.weight;
}

function titleOf({ kinds }: PageFacts): { readonly text: string; readonly weight: number } | null {
  let best: { readonly text: string; readonly weight: number } | null = null;
  for (const { heading } of kinds.values())
    if (heading !== null && heading.weight > (best?.weight ?? 0.3)) best = heading;
  return best;
}

/** The same number on both pages is that of one paper; other numbers under one label are of two. */
function byCodes({ codes: before }: PageMarks, { codes: page }: PageMarks): number {
  let [same, other] = [0, 0];
  for (const [label, code] of page) {
    const held = before.get(label);
    if (held === undefined) continue;
    if (held === code) same += 1;
    else other += 1;
  }
  if (same > 0) return other > same ? 0 : -3;
  return other > 0 ? 2.5 : 0;
}

/** Likeness of the words of two neighbours from which on they seem to be of one paper. */
const ALIKE = 0.22;

function byFlow(before: PageMarks, page: PageMarks): number {
  let odds = 0;
  if (page.greets) odds += 1.2;
  if (before.takesLeave) odds += 0.8;
  if (page.beginsWithin) odds -= before.endsWithin ? 2 : 1;
  if (page.goesOn) odds -= 2.5;
  if (before.isGoneOnWith) odds -= 1.5;
  if (page.continuesTable) odds -= 2.5;
  odds += before.filled < 0.55 ? 0.6 : before.filled > 0.85 ? -0.2 : 0;
  return odds + Math.max(-1.5, Math.min(1.2, (ALIKE - likeness(before.words, page.words)) * 6));
}

/** Words of a page that has too few to be likened. */
const TOO_FEW = 8;

/** 0-1: shared words by those of the page that has fewer. Both ascend. */
function likeness(a: Uint32Array, b: Uint32Array): number {
  const fewer = Math.min(a.length, b.length);
  if (fewer < TOO_FEW) return ALIKE;
  let shared = 0;
  let [left, right] = [0, 0];
  while (left < a.length && right < b.length) {
    const ahead = (a[left] ?? 0) - (b[right] ?? 0);
    if (ahead === 0) shared += 1;
    if (ahead <= 0) left += 1;
    if (ahead >= 0) right += 1;
  }
  return shared / fewer;
}
