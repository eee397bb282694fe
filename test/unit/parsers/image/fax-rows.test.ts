import { describe, expect, it } from 'vitest';
import { addFax, faxRows } from '../../../../src/parsers/image/fax-rows';
import { createGrayRows } from '../../../../src/parsers/image/gray-rows';

/** Lines of eight pixels, as codes. */
const LINES = [
  // Two white, two black; no change below none.
  ['001', '0111', '11', '1'],
  ['1', '1', '1'],
  ['011', '011', '1'],
  // Passes over the black above.
  ['0001', '1'],
];
const bytesOf = (lines: readonly (readonly string[])[]): Uint8Array =>
  Uint8Array.from(
    lines
      .flat()
      .join('')
      .match(/.{1,8}/g) ?? [],
    (bits) => Number.parseInt(bits.padEnd(8, '0'), 2),
  );

describe('A fax of group 4', () => {
  it('is told by how each line differs from the one above', () => {
    const fax = faxRows(bytesOf(LINES), 8, false, false);
    expect(LINES.map(() => fax.next())).toEqual([[2, 4, 8], [2, 4, 8], [3, 5, 8], [8]]);
  });

  it('has lines from byte to byte, and bits lowest first, where that is so', () => {
    const aligned = Uint8Array.from(LINES.flatMap((line) => [...bytesOf([line])]));
    const mirrored = aligned.map((byte) =>
      Number.parseInt([...byte.toString(2).padStart(8, '0')].reverse().join(''), 2),
    );
    const fax = faxRows(mirrored, 8, true, true);
    expect(LINES.map(() => fax.next())).toEqual([[2, 4, 8], [2, 4, 8], [3, 5, 8], [8]]);
  });

  it('ends where its bits are no code, and lines that are missing stay paper', () => {
    const rows = createGrayRows(8, 2);
    const size = { width: 8, height: 2, paper: 255, ink: 0 };
    expect(addFax(rows, faxRows(bytesOf([LINES[0] ?? [], ['0000000']]), 8, false, false), size)).toBe(true);
    expect([...rows.finish().gray]).toEqual([255, 255, 0, 0, 255, 255, 255, 255, ...Array(8).fill(255)]);
    expect(addFax(createGrayRows(8, 2), faxRows(Uint8Array.from([0, 0]), 8, false, false), size)).toBe(false);
  });
});
