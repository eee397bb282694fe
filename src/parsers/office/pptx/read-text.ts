import { type Block, type BlockCell, type BlockTable, COVERED, type Paragraph, paragraphOf } from '../blocks';
import { childAt, childrenOf, type Markup, textBelow } from '../markup';

const BULLET = '-';
const MAX_SPAN = 200;

/** The paragraphs of a text body (`p:txBody`, `a:txBody`); `bullets` where the shape's kind has them by itself. */
export function readTextBody(body: Markup, bullets: boolean): Paragraph[] {
  return childrenOf(body, 'a:p').map((element) => {
    const text = runsOf(element);
    if (text.trim() === '') return paragraphOf('');
    const properties = childAt(element, 'a:pPr');
    const depth = Number(properties?.attributes.lvl ?? '0') || 0;
    const has = (name: string): boolean => properties !== null && childAt(properties, name) !== null;
    const isItem = has('a:buChar') || has('a:buAutoNum') || (bullets && !has('a:buNone'));
    return paragraphOf(text, { marker: isItem ? BULLET : '', depth: isItem ? Math.min(8, depth) : 0 });
  });
}

function runsOf(element: Markup): string {
  return childrenOf(element)
    .map((child) => {
      if (child.name === 'a:br') return '\n';
      if (child.name === 'a:r' || child.name === 'a:fld') return childrenOf(child, 'a:t').map(textBelow).join('');
      return child.name.startsWith('a:') ? '' : mathText(child);
    })
    .join('');
}

function mathText(element: Markup): string {
  return childrenOf(element)
    .map((child) => (child.name === 'm:t' ? textBelow(child) : mathText(child)))
    .join('');
}

/** An `a:tbl` as a grid. */
export function readSlideTable(table: Markup): BlockTable {
  const rows: BlockCell[][] = [];
  for (const row of childrenOf(table, 'a:tr')) {
    const above = rows[rows.length - 1] ?? [];
    rows.push(childrenOf(row, 'a:tc').map((cell, column) => readCell(cell, above[column])));
  }
  const hasHeader = childAt(table, 'a:tblPr')?.attributes.firstRow === '1';
  return {
    kind: 'table',
    rows: rows.map((row) => row.slice(0, MAX_SPAN)),
    headerRows: hasHeader ? 1 : null,
    title: null,
  };
}

function readCell(cell: Markup, above: BlockCell | undefined): BlockCell {
  if (isSet(cell.attributes.hMerge)) return COVERED;
  if (isSet(cell.attributes.vMerge) && above !== undefined) return { blocks: above.blocks, isRepeat: true };
  const body = childAt(cell, 'a:txBody');
  const blocks: Block[] = body === null ? [] : readTextBody(body, false);
  return { blocks, isRepeat: false };
}

function isSet(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true';
}
