/**
 * What word processors and slides write, whatever the format: blocks in reading order. `set-blocks.ts` sets them on pages.
 */
export type Block = Paragraph | BlockTable | PageBreak;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** A tab parts columns, a line feed lines. */
  readonly text: string;
  /** 1-6 for a heading, 0 for body text. */
  readonly level: number;
  readonly bold: boolean;
  /** The number or bullet before a list item ("-", "2.1", "a)"); empty: none. */
  readonly marker: string;
  /** How deep in a list, 0 the outermost. */
  readonly depth: number;
  /** Controls in this paragraph that somebody filled in. */
  readonly fields: readonly FilledField[];
}

/** A form control with its value, as the format declares them. */
export interface FilledField {
  readonly name: string;
  /** `true` or `false` for a check box. */
  readonly value: string;
  /** `content control "Name"`. */
  readonly locator: string;
}

export interface BlockTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly BlockCell[])[];
  /** How many leading rows the format marks as headings; null: it does not say. */
  readonly headerRows: number | null;
  readonly title: string | null;
}

export interface BlockCell {
  readonly blocks: readonly Block[];
  /** Covered by the cell above, whose blocks these are. */
  readonly isRepeat: boolean;
}

export interface PageBreak {
  readonly kind: 'page-break';
}

export const PAGE_BREAK: PageBreak = { kind: 'page-break' };
/** What the cells right of one that spans columns are. */
export const COVERED: BlockCell = { blocks: [], isRepeat: false };

/** Body text, where nothing else is said. */
export function paragraphOf(text: string, more: Partial<Omit<Paragraph, 'kind' | 'text'>> = {}): Paragraph {
  return { kind: 'paragraph', text, level: 0, bold: false, marker: '', depth: 0, fields: [], ...more };
}

/** The text of blocks on lines below each other, cells of a row side by side. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'page-break') return [];
      if (block.kind === 'paragraph') return [markedText(block)];
      return block.rows.map((row) =>
        row.map((cell) => (cell.isRepeat ? '' : textOfBlocks(cell.blocks).replace(/\n/g, ' '))).join('\t'),
      );
    })
    .filter((text) => text.trim() !== '')
    .join('\n');
}

export function markedText({ marker, text }: Paragraph): string {
  return marker === '' ? text : `${marker} ${text}`;
}

/** Filled-in controls of blocks, those in table cells too. */
export function fieldsOfBlocks(blocks: readonly Block[]): FilledField[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.fields;
    if (block.kind === 'page-break') return [];
    return block.rows.flatMap((row) => row.flatMap((cell) => (cell.isRepeat ? [] : fieldsOfBlocks(cell.blocks))));
  });
}

/** Hands a control's value to the first paragraph of its blocks, where it is set. */
export function withField(blocks: readonly Block[], field: FilledField): Block[] {
  let isPlaced = false;
  const place = (block: Block): Block => {
    if (isPlaced || block.kind === 'page-break') return block;
    if (block.kind === 'table') {
      const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.blocks.map(place) })));
      return { ...block, rows };
    }
    isPlaced = true;
    return { ...block, fields: [...block.fields, field] };
  };
  return blocks.map(place);
}
