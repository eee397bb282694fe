/** The text of a paragraph while it is read, run by run: what it ends with is known without looking at it all. */
export class GrowingText {
  readonly #pieces: string[] = [];
  readonly #starts: number[] = [];
  length = 0;
  /** Its length without white space at its end. */
  filled = 0;

  add(text: string): void {
    if (text === '') return;
    this.#pieces.push(text);
    this.#starts.push(this.length);
    const filled = text.trimEnd().length;
    if (filled > 0) this.filled = this.length + filled;
    this.length += text.length;
  }

  /** The last character; empty where there is none. */
  get last(): string {
    return this.#pieces[this.#pieces.length - 1]?.slice(-1) ?? '';
  }

  /** What was added since it had this length. */
  since(length: number): string {
    let from = this.#pieces.length;
    while (from > 0 && (this.#starts[from - 1] ?? 0) >= length) from -= 1;
    return this.#pieces.slice(from).join('');
  }
}
