import type { ViewLine } from './view';

/** Words and letters around a label that are looked at. */
const NEAR = 12;
const BEFORE = 90;
/** What ends what was said before a label; what holds a digit is looked at from its beginning on, once. */
const BREAK = /[:;|,.)•·]\s|(?<!\S)[^\s\d]*\d\S*\s|\s[-–]\s/g;

/** The words of a label: its first word and how many, and where in the text they begin and end. */
export interface LabelPlace {
  readonly first: number;
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/** How much of the words around a label is the label itself, for the labels of one line from left to right. */
export class LabelCoverage {
  readonly #line: ViewLine;
  readonly #breaks: readonly number[];
  /** Breaks that lie before the label last asked for. */
  #passed = 0;

  constructor(line: ViewLine) {
    this.#line = line;
    this.#breaks = [...line.text.matchAll(BREAK)].map((mark) => mark.index + mark[0].length);
  }

  /** 0-1. Unknown words between the last break and the label, or between the label and its colon, make it less sure. */
  of({ first, count, start, end }: LabelPlace, colon: number | null): number {
    while ((this.#breaks[this.#passed] ?? Number.POSITIVE_INFINITY) <= start) this.#passed += 1;
    const from = Math.max(start - BEFORE, this.#breaks[this.#passed - 1] ?? 0);
    const near = this.#line.tokens.slice(Math.max(0, first - NEAR), first + count + NEAR);
    const around = near.filter((token) => token.start >= from && token.end <= (colon ?? end));
    const inside = around.filter((token) => token.start >= start && token.end <= end);
    return around.length === 0 ? 1 : inside.length / around.length;
  }
}
