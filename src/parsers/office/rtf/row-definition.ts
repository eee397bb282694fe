import type { CellShape } from '../flow';

/** Cells of a row; Word has 63 at most. */
const MAX_CELLS = 256;

/** What is declared of a row of a table before its end. */
export class RowDefinition {
  readonly shapes: CellShape[] = [];
  isHeader = false;
  #isCovered = false;

  control(word: string, number: number): void {
    if (word === 'trhdr') this.isHeader = true;
    if (word === 'clvmrg') this.#isCovered = true;
    if (word !== 'cellx' || this.shapes.length === MAX_CELLS) return;
    this.shapes.push({ edge: number, isCovered: this.#isCovered });
    this.#isCovered = false;
  }
}
