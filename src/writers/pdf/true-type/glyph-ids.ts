import { type Tables, tableOf } from './tables';

/** The glyph of each character that a font has, by code point: of its table of the Unicode plane (format 4). */
export function glyphIds(tables: Tables): ReadonlyMap<number, number> {
  const cmap = tableOf(tables, 'cmap');
  const at = unicodeTable(cmap);
  const segments = cmap.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const ranges = deltas + 2 * segments;
  const ids = new Map<number, number>();
  for (let segment = 0; segment < segments; segment += 1) {
    const start = cmap.getUint16(starts + 2 * segment);
    const end = cmap.getUint16(ends + 2 * segment);
    const delta = cmap.getUint16(deltas + 2 * segment);
    const range = cmap.getUint16(ranges + 2 * segment);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const listed = range === 0 ? code : cmap.getUint16(ranges + 2 * segment + range + 2 * (code - start));
      const id = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (id !== 0) ids.set(code, id);
    }
  }
  return ids;
}

function unicodeTable(cmap: DataView): number {
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const offset = cmap.getUint32(4 + 8 * index + 4);
    const platform = cmap.getUint16(4 + 8 * index);
    if ((platform === 0 || platform === 3) && cmap.getUint16(offset) === 4) return offset;
  }
  throw new Error('this font has no table of characters in format 4');
}
