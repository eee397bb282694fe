import { ParseError } from '../parse-error';
import type { Block } from './blocks';

/** Cells of all tables of one document, covered ones too: a few letters of a file may stand for many. */
const MAX_CELLS = 300_000;
/** Characters of all its text. */
const MAX_CHARACTERS = 5_000_000;

/** Refuses what would fill more pages than are read. Throws `ParseError`. */
export function refuseHugeText(blocks: readonly Block[]): void {
  let [cells, characters] = [0, 0];
  const count = (some: readonly Block[]): void => {
    for (const block of some) {
      if (block.kind === 'paragraph') characters += block.text.length;
      if (block.kind === 'table') {
        for (const row of block.rows) {
          cells += row.length;
          for (const cell of row) if (!cell.isRepeat) count(cell.blocks);
        }
      }
      if (cells > MAX_CELLS) throw refusal(`${MAX_CELLS} table cells`);
      refuseLongText(characters);
    }
  };
  count(blocks);
}

/** Refuses text of so many characters, where they are known before there are blocks. Throws `ParseError`. */
export function refuseLongText(characters: number): void {
  if (characters > MAX_CHARACTERS) throw refusal(`${MAX_CHARACTERS} characters`);
}

const refusal = (most: string): ParseError =>
  new ParseError(
    'document-unreadable',
    `this document has more than the ${most} that are read; split it into several files`,
  );
