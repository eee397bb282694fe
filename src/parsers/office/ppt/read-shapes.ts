import { ParseError } from '../../parse-error';
import { type Block, paragraphOf } from '../blocks';
import type { Shape } from '../slides-document';
import { type PptRecord, RECORD, recordsBelow, recordsIn } from './records';

/** Kinds of text (MS-PPT, 2.13.33). */
const TITLE = 0;
const NOTES = 2;
const OTHER = 4;
const CENTER_TITLE = 6;
const BODIES = [1, 5, 7, 8];
const BULLET = '-';
/** Stands for the number of the page. */
const PAGE_NUMBER = '*';

/** Shapes and texts of one slide. */
const MAX_SHAPES = 40_000;

const WIDE = new TextDecoder('utf-16le');
const NARROW = new TextDecoder('windows-1252');

/** A text with its kind; null: not told. */
export interface PptText {
  readonly kind: number | null;
  readonly text: string;
}

/** The texts that follow each other in a list of slides or in a text box. */
export function textsIn(records: readonly PptRecord[]): PptText[] {
  const texts: PptText[] = [];
  let kind: number | null = null;
  for (const { type, content } of records) {
    if (type === RECORD.textHeader && content.byteLength >= 4) kind = content.getUint32(0, true);
    const bytes = new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
    if (type === RECORD.textCharacters) texts.push({ kind, text: WIDE.decode(bytes) });
    if (type === RECORD.textBytes) texts.push({ kind, text: NARROW.decode(bytes) });
  }
  return texts;
}

/** The shapes of a slide that hold text; `outline` are the texts that the list of slides keeps for it. */
export function readShapes(slide: PptRecord, outline: readonly PptText[]): Shape[] {
  const used = new Set<PptText>();
  const drawn = recordsBelow(slide.content, RECORD.shape);
  if (drawn.length + outline.length > MAX_SHAPES)
    throw new ParseError(
      'document-unreadable',
      `a slide of this presentation has ${drawn.length + outline.length} shapes and texts; at most ${MAX_SHAPES} are read: split it`,
    );
  const shapes = drawn.flatMap((shape): Shape[] => {
    const found = textOfShape(shape, outline);
    if (found === null || used.has(found)) return [];
    used.add(found);
    if (found.text.trim() === '') return [];
    return [{ ...placeOf(shape), isTitle: isTitle(found), blocks: blocksOf(found) }];
  });
  const nowhere = { x: 0, y: Number.MAX_SAFE_INTEGER, width: 0, height: 0 };
  const rest = outline.filter((text) => !used.has(text) && text.text.trim() !== '');
  return [...shapes, ...rest.map((text) => ({ ...nowhere, isTitle: isTitle(text), blocks: blocksOf(text) }))];
}

/** The notes that were written for a slide. */
export function readNotes(notes: PptRecord): Block[] {
  const texts = recordsBelow(notes.content, RECORD.textBox).flatMap((box) => textsIn(recordsIn(box.content)));
  return texts
    .filter(({ kind, text }) => kind === NOTES || (kind === OTHER && text.trim() !== PAGE_NUMBER))
    .flatMap(blocksOf);
}

function textOfShape(shape: PptRecord, outline: readonly PptText[]): PptText | null {
  const box = recordsBelow(shape.content, RECORD.textBox)[0];
  if (box === undefined) return null;
  const records = recordsIn(box.content);
  const reference = records.find(({ type }) => type === RECORD.outlineReference);
  const referred = reference?.content.byteLength === 4 ? outline[reference.content.getUint32(0, true)] : undefined;
  return referred ?? textsIn(records)[0] ?? null;
}

function isTitle({ kind }: PptText): boolean {
  return kind === TITLE || kind === CENTER_TITLE;
}

function blocksOf({ kind, text }: PptText): Block[] {
  const marker = kind !== null && BODIES.includes(kind) ? BULLET : '';
  return text.split('\r').map((line) => {
    const shown = line.replace(/\v/g, '\n').replace(/[\0-\x08\x0e-\x1f]/g, '');
    return shown.trim() === '' ? paragraphOf('') : paragraphOf(shown, { marker });
  });
}

/** In master units, 576 to the inch; the units of a group are its own, which keeps the order inside. */
function placeOf(shape: PptRecord): Pick<Shape, 'x' | 'y' | 'width' | 'height'> {
  for (const { type, content } of recordsIn(shape.content)) {
    if (type === RECORD.clientAnchor && content.byteLength >= 8) {
      const [top, left, right, bottom] = [0, 2, 4, 6].map((at) => content.getInt16(at, true));
      return box(left ?? 0, top ?? 0, right ?? 0, bottom ?? 0);
    }
    if (type === RECORD.childAnchor && content.byteLength >= 16) {
      const [left, top, right, bottom] = [0, 4, 8, 12].map((at) => content.getInt32(at, true));
      return box(left ?? 0, top ?? 0, right ?? 0, bottom ?? 0);
    }
  }
  return { x: 0, y: Number.MAX_SAFE_INTEGER, width: 0, height: 0 };
}

function box(left: number, top: number, right: number, bottom: number): Pick<Shape, 'x' | 'y' | 'width' | 'height'> {
  return { x: left, y: top, width: right - left, height: bottom - top };
}
