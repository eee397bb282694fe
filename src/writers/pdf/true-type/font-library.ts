import type { PDFDocument } from '@cantoo/pdf-lib';
import { glyphIds } from './glyph-ids';
import { readTables, tableOf } from './tables';

type FontLibrary = Parameters<PDFDocument['registerFontkit']>[0];

interface Glyph {
  readonly id: number;
  codePoints: number[];
  readonly advanceWidth: number;
}

/** Reads the TrueType fonts that come with this program, letter by letter: no ligatures, no kerning. */
export const fontLibrary: FontLibrary = {
  create(bytes: Uint8Array) {
    const tables = readTables(bytes);
    const head = tableOf(tables, 'head');
    const hhea = tableOf(tables, 'hhea');
    const hmtx = tableOf(tables, 'hmtx');
    const os2 = tableOf(tables, 'OS/2');
    const ids = glyphIds(tables);
    const longMetrics = hhea.getUint16(34);
    const outlined = outlinedGlyphs(tableOf(tables, 'loca'));
    const glyphOf = (code: number): Glyph => {
      const id = ids.get(code) ?? 0;
      return { id, codePoints: [code], advanceWidth: hmtx.getUint16(4 * Math.min(id, longMetrics - 1)) };
    };
    const [minX, minY, maxX, maxY] = [36, 38, 40, 42].map((at) => head.getInt16(at));
    return {
      postscriptName: 'QuarryForm',
      unitsPerEm: head.getUint16(18),
      ascent: hhea.getInt16(4),
      descent: hhea.getInt16(6),
      italicAngle: 0,
      capHeight: os2.getUint16(0) >= 2 ? os2.getInt16(88) : hhea.getInt16(4),
      xHeight: os2.getUint16(0) >= 2 ? os2.getInt16(86) : 0,
      bbox: boxOf(minX ?? 0, minY ?? 0, maxX ?? 0, maxY ?? 0),
      // White space has no outline, and is there all the same.
      characterSet: [...ids]
        .filter(([code, id]) => outlined.has(id) || code === 0x20 || code === 0xa0)
        .map(([code]) => code),
      glyphForCodePoint: glyphOf,
      layout: (text: string) => ({ glyphs: [...text].map((character) => glyphOf(character.codePointAt(0) ?? 0)) }),
      createSubset() {
        throw new Error('fonts are cut to size before they are embedded');
      },
    };
  },
};

const boxOf = (minX: number, minY: number, maxX: number, maxY: number) => ({
  minX,
  minY,
  maxX,
  maxY,
  width: maxX - minX,
  height: maxY - minY,
});

/** The numbers of the glyphs that a subset keeps. */
function outlinedGlyphs(loca: DataView): ReadonlySet<number> {
  const kept = new Set<number>();
  for (let id = 0; 4 * (id + 1) < loca.byteLength; id += 1)
    if (loca.getUint32(4 * (id + 1)) > loca.getUint32(4 * id)) kept.add(id);
  return kept;
}
