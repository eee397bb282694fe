import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { flate, HEAD, onePage, pdf, stream } from '../../../bench/bombs/pdf-file.mjs';
import { pdfObjects } from '../../../src/parsers/pdf/pdf-objects';
import type { PdfValue } from '../../../src/parsers/pdf/pdf-values';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const MEBIBYTE = 1024 * 1024;

/** What the first page says under this name. */
async function pageEntry(bytes: Uint8Array, name: string): Promise<PdfValue> {
  const objects = await pdfObjects(bytes);
  const [page] = objects.entryOf(objects.entryOf(objects.root, '/Pages'), '/Kids') as readonly PdfValue[];
  return objects.entryOf(page, name);
}

describe('A PDF with a file attached as it is', () => {
  const attaching = (file: string): Uint8Array =>
    onePage({ page: '/Rotate 90', objects: { 10: stream('/Type /EmbeddedFile', file) } });

  it('is read where that is larger than what may be packed, and packs objects of its own', async () => {
    const file = `1 0 obj << /Type /ObjStm /N 1 /First 4 >> stream\n3 0 9 endstream endobj${' '.repeat(25 * MEBIBYTE)}`;
    expect(await pageEntry(attaching(file), '/Rotate')).toBe(90);
  });

  it('needs no password where only that does', async () => {
    const terms = '<< /Filter /Standard /V 1 /R 2 /P -4 /O (other) /U (another) >>';
    const file = textOf(pdf({ ...HEAD, 3: '<< /Type /Page /Rotate 180 >>', 9: terms }, '/Encrypt 9 0 R'));
    expect(await pageEntry(attaching(file), '/Rotate')).toBe(90);
  });

  it('needs one where it is locked itself', async () => {
    const terms = '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (other) /U (another) >>';
    await expect(pdfObjects(onePage({ trailer: terms }))).rejects.toThrow('needs a password');
  });
});

describe('A PDF whose last object is cut off before its trailer', () => {
  it('has the catalog that the trailer names', async () => {
    const text = textOf(onePage({ page: '/Rotate 90' }));
    const [start, end] = [text.indexOf('xref\n'), text.indexOf('startxref')];
    const cut = `${text.slice(0, start)}9 0 obj << /Length 99 >> stream\n${text.slice(text.indexOf('trailer'), end)}`;
    expect(await pageEntry(bytesOf(cut.replace(/endobj(?=\s9 0 obj)/, '')), '/Rotate')).toBe(90);
  });
});

describe('Objects that are packed', () => {
  const holding = (entries: string, content: string): Uint8Array =>
    onePage({ page: '/Rotate 20 0 R', objects: { 10: flate(`/Type /ObjStm ${entries}`, content) } });

  it('are read where fewer are there than are said', async () => {
    expect(await pageEntry(holding('/N 1000000000 /First 5', '20 0 90'), '/Rotate')).toBe(90);
  });

  it('are no more than are said', async () => {
    expect(await pageEntry(holding('/N 1 /First 11', '20 0 20 3  90 180'), '/Rotate')).toBe(90);
  });

  it('are refused where they are more than are read, before they are noted', async () => {
    const numbers = Array.from({ length: 200_001 }, (_, index) => `${index + 100} 0`).join(' ');
    await expect(pdfObjects(holding(`/N 3000000 /First ${numbers.length}`, numbers))).rejects.toThrow(
      'this PDF has more than 200000 objects, or more than 24 MiB of them packed; send it in pieces',
    );
    const some = (first: number): string =>
      Array.from({ length: 90_000 }, (_, index) => `${first + index} 0`).join(' ');
    const streams = [100_000, 200_000, 300_000].map(some);
    const objects = streams.map((text) => flate(`/Type /ObjStm /N 90000 /First ${text.length}`, text));
    await expect(pdfObjects(onePage({ objects: { ...objects } }))).rejects.toThrow('more than 200000 objects');
  });

  it('are refused where they are more bytes than are unpacked', async () => {
    const object = stream('/Type /ObjStm /Filter /FlateDecode', deflateSync(new Uint8Array(24 * MEBIBYTE + 1)));
    await expect(pdfObjects(onePage({ objects: { 10: object } }))).rejects.toThrow('more than 24 MiB of them packed');
  });
});
