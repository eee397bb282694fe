import { PAGE_OF_CHARSET } from '../code-pages';

/** The code pages of the fonts that a document declares. */
export class FontTable {
  readonly #pages = new Map<number, number>();
  #font = 0;

  control(word: string, number: number): void {
    if (word === 'f') this.#font = number;
    const page = word === 'fcharset' ? PAGE_OF_CHARSET[number] : undefined;
    if (page !== undefined) this.#pages.set(this.#font, page);
  }

  /** Null for a font that has none of its own. */
  pageOf(font: number): number | null {
    return this.#pages.get(font) ?? null;
  }
}
