import { glyphIds } from './glyph-ids';
import { readTables, type Tables, tableOf, viewOf, writeTables } from './tables';

/** What a font in a PDF needs (ISO 32000-1, 9.9); and what tells its characters here. */
const KEPT = ['OS/2', 'cmap', 'cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'post', 'prep'];

/** Flags of the parts that a glyph is composed of. */
const WORDS = 1;
const SCALE = 8;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const MATRIX = 0x80;

/** A font with the outlines of these characters alone; every glyph keeps its number. */
export function subsetOf(font: Uint8Array, codePoints: ReadonlySet<number>): Uint8Array {
  const tables = readTables(font);
  const ids = glyphIds(tables);
  const outlines = readOutlines(tables);
  const wanted = new Set([0, ...[...codePoints].flatMap((code) => ids.get(code) ?? [])]);
  for (const id of wanted) for (const part of partsOf(outlines[id] ?? NOTHING)) wanted.add(part);
  const { glyf, loca } = written(outlines.map((outline, id) => (wanted.has(id) ? outline : NOTHING)));
  const head = (tables.get('head') ?? NOTHING).slice();
  viewOf(head).setInt16(50, 1);
  const kept = new Map(KEPT.flatMap((tag) => (tables.has(tag) ? [[tag, tables.get(tag) ?? NOTHING]] : [])));
  return writeTables(new Map([...kept, ['glyf', glyf], ['loca', loca], ['head', head]]));
}

const NOTHING = new Uint8Array(0);

function readOutlines(tables: Tables): Uint8Array[] {
  const glyf = tables.get('glyf') ?? NOTHING;
  const loca = tableOf(tables, 'loca');
  const isLong = tableOf(tables, 'head').getInt16(50) === 1;
  const count = tableOf(tables, 'maxp').getUint16(4);
  const offsetOf = (id: number): number => (isLong ? loca.getUint32(4 * id) : 2 * loca.getUint16(2 * id));
  return Array.from({ length: count }, (_, id) => glyf.subarray(offsetOf(id), offsetOf(id + 1)));
}

/** The glyphs that one is composed of. */
function partsOf(outline: Uint8Array): number[] {
  if (outline.length < 10) return [];
  const view = viewOf(outline);
  if (view.getInt16(0) >= 0) return [];
  const parts: number[] = [];
  let at = 10;
  for (let flags = MORE; (flags & MORE) !== 0; ) {
    flags = view.getUint16(at);
    parts.push(view.getUint16(at + 2));
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2);
    if ((flags & SCALE) !== 0) at += 2;
    else if ((flags & TWO_SCALES) !== 0) at += 4;
    else if ((flags & MATRIX) !== 0) at += 8;
  }
  return parts;
}

function written(outlines: readonly Uint8Array[]): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const size = outlines.reduce((sum, { length }) => sum + ((length + 3) & ~3), 0);
  const glyf = new Uint8Array(size);
  const loca = new Uint8Array(4 * (outlines.length + 1));
  const view = viewOf(loca);
  let offset = 0;
  for (const [id, outline] of outlines.entries()) {
    view.setUint32(4 * id, offset);
    glyf.set(outline, offset);
    offset += (outline.length + 3) & ~3;
  }
  view.setUint32(4 * outlines.length, offset);
  return { glyf, loca };
}
