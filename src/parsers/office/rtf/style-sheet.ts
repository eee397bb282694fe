const MAX_LEVEL = 6;

/** The levels of headings by the styles that a document declares. */
export class StyleSheet {
  readonly #levels = new Map<number, number>();
  #style = 0;

  control(word: string, number: number): void {
    if (word === 's') this.#style = number;
    if (word === 'outlinelevel') this.#levels.set(this.#style, levelOf(number));
  }

  name(name: string): void {
    const heading = /^\s*heading (\d)/i.exec(name)?.[1];
    if (heading !== undefined) this.#levels.set(this.#style, levelOf(Number(heading) - 1));
  }

  /** 1-6 for a heading, 0 for body text. */
  levelOf(style: number): number {
    return this.#levels.get(style) ?? 0;
  }
}

/** From a level of an outline, 0-based: the ninth is body text. */
export function levelOf(outline: number): number {
  return outline >= 0 && outline < 9 ? Math.min(MAX_LEVEL, outline + 1) : 0;
}
