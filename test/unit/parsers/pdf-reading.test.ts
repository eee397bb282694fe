import { describe, expect, it } from 'vitest';
import { flate, HEAD, onePage, pdf } from '../../../bench/bombs/pdf-file.mjs';
import { findPage } from '../../../src/parsers/pdf/page-object';
import { createPdfFile } from '../../../src/parsers/pdf/pdf-file';
import { type PdfObjects, pdfObjects } from '../../../src/parsers/pdf/pdf-objects';
import { Reference } from '../../../src/parsers/pdf/pdf-values';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Pages that each have what `entries` says of them; further objects by number, from 100,000 on. */
function pagesOf(count: number, entries: (index: number) => string, objects: Record<number, unknown> = {}): Uint8Array {
  const numbers = Array.from({ length: count }, (_, index) => index + 10);
  return pdf({
    1: HEAD[1],
    2: `<< /Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] /Count ${count} >>`,
    ...Object.fromEntries(
      numbers.map((number, index) => [
        number,
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${entries(index)} >>`,
      ]),
    ),
    ...objects,
  });
}

const admitted = (bytes: Uint8Array, count: number): Promise<void> =>
  createPdfFile(bytes).guard.admit(Array.from({ length: count }, (_, index) => index + 1));

const packed = (objects: readonly (readonly [number, string])[]) => {
  let head = '';
  let body = '';
  for (const [number, object] of objects) {
    head += `${number} ${body.length} `;
    body += `${object} `;
  }
  return flate(`/Type /ObjStm /N ${objects.length} /First ${head.length}`, head + body);
};

describe('A sound PDF', () => {
  it('is read however many long pages it has', async () => {
    const long = `/PieceInfo << /A (${'a'.repeat(8000)}) >>`;
    await admitted(
      pagesOf(1100, () => long),
      1100,
    );
  });

  it('is read however many long objects it packs', async () => {
    const widths = `/Widths [${'500 '.repeat(500)}]`;
    const fonts = Array.from({ length: 5000 }, (_, index): [number, string] => [
      100_000 + index,
      `<< /Type /Font /Subtype /TrueType /BaseFont /A ${widths} >>`,
    ]);
    const font = (index: number): string => `/Resources << /Font << /F ${100_000 + index} 0 R >> >>`;
    await admitted(pagesOf(5000, font, { 200000: packed(fonts) }), 5000);
  });
});

describe('A PDF that would be read without end', () => {
  const REFUSAL = 'this PDF has objects without end; export it again from its source';
  const objectsIn = (text: (index: number) => string): string =>
    Array.from({ length: 100_000 }, (_, index) => text(index + 10)).join('');

  it('is refused where its objects stand in a comment', async () => {
    await expect(pdfObjects(bytesOf(`%PDF-1.4\n${objectsIn((number) => `${number} 0 obj 5 %`)}`))).rejects.toThrow(
      REFUSAL,
    );
  });

  it('is refused where its objects are each read to the end of all', async () => {
    const strings = `${objectsIn((number) => `${number} 0 obj(`)}${')'.repeat(100_000)} `;
    await expect(pdfObjects(bytesOf(`%PDF-1.4\n${strings}`))).rejects.toThrow(REFUSAL);
  });

  it('is refused where its pages need more than is kept, again and again', async () => {
    const large = Object.fromEntries(
      Array.from({ length: 5 }, (_, index) => [100_000 + index, `<< /A (${'a'.repeat(700_000)}) >>`]),
    );
    const file = pagesOf(100, (index) => `/Resources ${100_000 + (index % 5)} 0 R`, large);
    await expect(admitted(file, 100)).rejects.toThrow(REFUSAL);
  });
});

describe('A page of many', () => {
  it('is found without those before it being read again', async () => {
    const objects = await pdfObjects(pagesOf(300, (index) => `/Rotate ${90 * (index % 4)}`));
    let reads = 0;
    const counting: PdfObjects = {
      ...objects,
      resolve(value) {
        reads += 1;
        return objects.resolve(value);
      },
    };
    const turns = Array.from({ length: 300 }, (_, index) => findPage(counting, index + 1)?.turn);
    expect(turns).toEqual(Array.from({ length: 300 }, (_, index) => 90 * (index % 4)));
    expect(findPage(counting, 301)).toBe(null);
    expect(findPage(counting, 7)?.turn).toBe(180);
    expect(reads).toBeLessThan(300 * 20);
  });
});

describe('The object of a number', () => {
  it('is looked for once, however often it is asked for and however much lies behind it', async () => {
    const nothing = `endstrea endob ${'e'.repeat(80)}`.repeat(20_000);
    const file = onePage({ objects: { 10: '<< /Length 1 >>\nstream\nq' } });
    const objects = await pdfObjects(bytesOf(`${textOf(file)}\n11 0 obj null ${nothing}`));
    for (let times = 0; times < 1000; times += 1) {
      expect(objects.streamOf(new Reference(10))?.bytes.length).toBe('q\n'.length);
      expect(objects.isTooLong(new Reference(11))).toBe(true);
    }
  });
});
