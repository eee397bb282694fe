import type { CellShape } from '../flow';
import { partOf, propertiesIn, type RunLookup, readRuns, TABLE_DEFINITION } from './property-runs';

export interface DocParagraph {
  /** 1-6 for a heading, 0 for body text. */
  readonly level: number;
  readonly inTable: boolean;
  /** The mark at its end ends a row. */
  readonly endsRow: boolean;
  readonly isHeaderRow: boolean;
  readonly beginsPage: boolean;
  readonly isListItem: boolean;
  readonly depth: number;
  readonly shapes: readonly CellShape[];
}

export interface DocCharacters {
  /** Hidden, or deleted under change tracking. */
  readonly isHidden: boolean;
  readonly isBold: boolean;
}

type Changes = { -readonly [Name in keyof DocParagraph]: DocParagraph[Name] };

/** Codes of paragraph properties (MS-DOC, 2.6.2 and 2.6.3). */
const IN_TABLE = 0x2416;
const ENDS_ROW = 0x2417;
const INNER_CELL = 0x244b;
const BREAK_BEFORE = 0x2407;
const OUTLINE_LEVEL = 0x2640;
const LIST = 0x460b;
const LIST_LEVEL = 0x260a;
const HEADER_ROW = 0x3404;
/** Codes of character properties (MS-DOC, 2.6.1). */
const DELETED = 0x0800;
const HIDDEN = 0x083c;
const BOLD = 0x0835;
const MAX_LEVEL = 6;
/** Bytes of what a page keeps of each paragraph, its offset first. */
const PARAGRAPH_ENTRY_BYTES = 13;

export function readParagraphs(stream: Uint8Array, table: Uint8Array): RunLookup<DocParagraph> {
  return readRuns(stream, table, { listAt: paragraphListAt, read: paragraphOf });
}

function paragraphListAt(page: DataView, index: number, count: number): DataView {
  const at = page.getUint8(Math.min(511, 4 * (count + 1) + PARAGRAPH_ENTRY_BYTES * index)) * 2;
  if (at === 0 || at > 509) return partOf(page, 0, 0);
  const words = page.getUint8(at);
  return words === 0 ? partOf(page, at + 2, 2 * page.getUint8(at + 1)) : partOf(page, at + 1, 2 * words - 1);
}

/** Styles 1 to 9 are the built-in headings (MS-DOC, 2.9.271). */
function paragraphOf(list: DataView): DocParagraph {
  const style = list.byteLength >= 2 ? list.getUint16(0, true) : 0;
  const found: Changes = {
    level: style >= 1 && style <= 9 ? Math.min(MAX_LEVEL, style) : 0,
    inTable: false,
    endsRow: false,
    isHeaderRow: false,
    beginsPage: false,
    isListItem: false,
    depth: 0,
    shapes: [],
  };
  for (const [code, operand] of propertiesIn(partOf(list, 2, list.byteLength))) applyProperty(found, code, operand);
  return found;
}

function applyProperty(found: Changes, code: number, operand: DataView): void {
  if (code === TABLE_DEFINITION) {
    found.shapes = cellShapes(operand);
    return;
  }
  const value = operand.byteLength === 0 ? 0 : operand.getUint8(0);
  if (code === IN_TABLE) found.inTable = value !== 0;
  else if (code === ENDS_ROW) found.endsRow = value !== 0;
  else if (code === INNER_CELL) found.inTable = true;
  else if (code === BREAK_BEFORE) found.beginsPage = value !== 0;
  else if (code === OUTLINE_LEVEL) found.level = value < 9 ? Math.min(MAX_LEVEL, value + 1) : 0;
  else if (code === LIST) found.isListItem = value !== 0;
  else if (code === LIST_LEVEL) found.depth = Math.min(8, value);
  else if (code === HEADER_ROW) found.isHeaderRow = value !== 0;
}

/** Edges of cells, then what each is merged with. */
function cellShapes(definition: DataView): CellShape[] {
  const count = definition.byteLength === 0 ? 0 : definition.getUint8(0);
  const cellsAt = 1 + 2 * (count + 1);
  const shapes: CellShape[] = [];
  for (let index = 0; index < count && 3 + 2 * index + 2 <= definition.byteLength; index += 1) {
    const at = cellsAt + 20 * index;
    const flags = at + 2 <= definition.byteLength ? definition.getUint16(at, true) : 0;
    shapes.push({ edge: definition.getInt16(3 + 2 * index, true), isCovered: ((flags >> 5) & 3) === 1 });
  }
  return shapes;
}

export function readCharacters(stream: Uint8Array, table: Uint8Array): RunLookup<DocCharacters> {
  return readRuns(stream, table, { listAt: characterListAt, read: charactersOf });
}

function characterListAt(page: DataView, index: number, count: number): DataView {
  const at = page.getUint8(4 * (count + 1) + index) * 2;
  return at === 0 || at > 510 ? partOf(page, 0, 0) : partOf(page, at + 1, page.getUint8(at));
}

function charactersOf(list: DataView): DocCharacters {
  const found = { isHidden: false, isBold: false };
  for (const [code, operand] of propertiesIn(list)) {
    const isOn = operand.byteLength > 0 && (operand.getUint8(0) & 1) === 1;
    if (code === HIDDEN || code === DELETED) found.isHidden = found.isHidden || isOn;
    if (code === BOLD) found.isBold = isOn;
  }
  return found;
}
