import { listNumber } from '../list-number';
import type { Markup } from '../markup';
import type { OdfListLevel, OdfStyles } from './styles';

const BULLET = '-';

/** Counts the items of one list, or of several that go on with the same numbers. */
export class OdfListCounter {
  readonly #styles: OdfStyles;
  readonly #counts: number[] = [];

  constructor(styles: OdfStyles) {
    this.#styles = styles;
  }

  /** The number or bullet of the next item, 0-based in depth; empty where the style has none. */
  next(item: Markup, listStyle: string | null, depth: number): string {
    const level = this.#styles.listLevelOf(listStyle, depth);
    if (level === null || level.format === null) return BULLET;
    const start = item.attributes['text:start-value'];
    this.#counts[depth] = start === undefined ? (this.#counts[depth] ?? level.start - 1) + 1 : Number(start);
    this.#counts.length = depth + 1;
    if (level.format === 'none') return '';
    return `${level.prefix}${this.#numbers(level, listStyle, depth).join('.')}${level.suffix}`;
  }

  #numbers(level: OdfListLevel, listStyle: string | null, depth: number): string[] {
    const first = Math.max(0, depth - Math.max(1, level.shownLevels) + 1);
    const numbers: string[] = [];
    for (let at = first; at <= depth; at += 1) {
      const format = this.#styles.listLevelOf(listStyle, at)?.format ?? 'none';
      const number = listNumber(this.#counts[at] ?? 1, format);
      if (number !== '') numbers.push(number);
    }
    return numbers;
  }
}
