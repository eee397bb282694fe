import type { CellShape } from '../flow';

/** What is declared of a row of a table before its end. */
export class RowDefinition {
  readonly shapes: CellShape[] = [];
  isHeader = false;
  #isCovered = false;

  control(word: string, number: number): void {
    if (word === 'trhdr') this.isHeader = true;
    if (word === 'clvmrg') this.#isCovered = true;
    if (word !== 'cellx') return;
    this.shapes.push({ edge: number, isCovered: this.#isCovered });
    this.#isCovered = false;
  }
}
