import { type Block, type BlockCell, type BlockTable, COVERED, textOfBlocks, withField } from '../blocks';
import { attributeAt, childAt, childrenOf, type Markup } from '../markup';
import { contentControlField, isPlaceholder } from './controls';
import { isOn } from './styles';

/** Columns one cell may span, and columns that a row may leave out before its first: Word's tables have no more. */
const MAX_SPAN = 63;
/** Elements that hold rows or cells together. */
const CONTAINERS = new Set(['w:customXml', 'w:ins', 'w:moveTo']);

interface Held {
  readonly element: Markup;
  /** The content controls around it, innermost last. */
  readonly controls: readonly Markup[];
}

/** A `w:tbl` as a grid; `read` reads the blocks of a cell. */
export function readTable(table: Markup, read: (cell: Markup) => Block[]): BlockTable {
  const rows: BlockCell[][] = [];
  let headerRows = 0;
  for (const { element: row } of heldIn(table, 'w:tr', [])) {
    const properties = childAt(row, 'w:trPr');
    if (properties !== null && childAt(properties, 'w:del') !== null) continue;
    const mark = properties === null ? null : childAt(properties, 'w:tblHeader');
    if (mark !== null && isOn(mark) && headerRows === rows.length) headerRows += 1;
    rows.push(readRow(row, rows[rows.length - 1] ?? [], read));
  }
  const caption = attributeAt(table, ['w:tblPr', 'w:tblCaption'], 'w:val');
  return { kind: 'table', rows, headerRows: headerRows === 0 ? null : headerRows, title: caption };
}

function readRow(row: Markup, above: readonly BlockCell[], read: (cell: Markup) => Block[]): BlockCell[] {
  const left = spanOf(attributeAt(row, ['w:trPr', 'w:gridBefore'], 'w:val'), 0);
  const cells: BlockCell[] = Array.from({ length: left }, () => COVERED);
  for (const { element: cell, controls } of heldIn(row, 'w:tc', [])) {
    const merge = childAt(cell, 'w:tcPr', 'w:vMerge');
    const covering = above[cells.length];
    const isCovered = merge !== null && merge.attributes['w:val'] !== 'restart' && covering !== undefined;
    cells.push(
      isCovered
        ? { blocks: covering.blocks, isRepeat: true }
        : { blocks: filled(read(cell), controls), isRepeat: false },
    );
    const wide = spanOf(attributeAt(cell, ['w:tcPr', 'w:gridSpan'], 'w:val'), 1);
    for (let column = 1; column < wide; column += 1) cells.push(COVERED);
  }
  return cells;
}

function spanOf(value: string | null, usual: number): number {
  const span = Number(value ?? usual);
  return Number.isInteger(span) && span > 0 ? Math.min(span, MAX_SPAN) : usual;
}

function filled(blocks: Block[], controls: readonly Markup[]): Block[] {
  let found = blocks;
  for (const control of controls) {
    if (isPlaceholder(control)) return [];
    const field = contentControlField(control, textOfBlocks(blocks));
    if (field !== null) found = withField(found, field);
  }
  return found;
}

function heldIn(element: Markup, name: string, controls: readonly Markup[]): Held[] {
  return childrenOf(element).flatMap((child): Held[] => {
    if (child.name === name) return [{ element: child, controls }];
    if (CONTAINERS.has(child.name)) return heldIn(child, name, controls);
    if (child.name !== 'w:sdt') return [];
    const content = childAt(child, 'w:sdtContent');
    return content === null ? [] : heldIn(content, name, [...controls, child]);
  });
}
