import { describe, expect, it } from 'vitest';
import { parseDocument, parseInParts } from '../../../src/parsers/registry';
import { invoicePdf } from '../../support/documents';

async function partsOf(bytes: Uint8Array, pages: readonly number[] | null, from = 1) {
  const parts = [];
  for await (const { document, ...facts } of parseInParts(bytes, { filename: 'long.pdf', pages }, null, from))
    parts.push({ ...facts, pages: document.pages.map(({ number, lines }) => [number, lines[0]?.text]) });
  return parts;
}

const page = (number: number) => [
  number,
  number === 1 ? 'Invoice number: T-0007' : `Page ${number}, line 1 of the terms of delivery`,
];
const stretch = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => page(from + index));

describe('a long PDF in parts', () => {
  it('is all of its pages, each once, and the same when it is begun in the middle', async () => {
    const { bytes } = await invoicePdf(7, 60);
    const parts = [
      { pages: stretch(1, 25), isLast: false, pageCount: 60 },
      { pages: stretch(26, 50), isLast: false, pageCount: 60 },
      { pages: stretch(51, 60), isLast: true, pageCount: 60 },
    ];
    expect(await partsOf(bytes, null)).toEqual(parts);
    expect(await partsOf(bytes, null, 2)).toEqual(parts.slice(1));
  });

  it('is only the pages asked for, 25 of them in a part', async () => {
    const { bytes } = await invoicePdf(7, 60);
    const even = Array.from({ length: 30 }, (_, index) => 2 * (index + 1));
    expect(await partsOf(bytes, even)).toEqual([
      { pages: even.slice(0, 25).map(page), isLast: false, pageCount: 30 },
      { pages: even.slice(25).map(page), isLast: true, pageCount: 30 },
    ]);
  });

  it('is read whole where it is short, and not where it is long: inside another file', async () => {
    const short = await invoicePdf(7, 25);
    const whole = await parseDocument(short.bytes, { filename: 'long.pdf', pages: null });
    const parts = [];
    for await (const part of parseInParts(short.bytes, { filename: 'long.pdf', pages: null })) parts.push(part);
    expect(parts).toEqual([{ document: whole, isLast: true, pageCount: 25 }]);
    const long = await invoicePdf(7, 101);
    await expect(parseDocument(long.bytes, { filename: 'long.pdf', pages: null })).rejects.toMatchObject({
      code: 'document-unreadable',
      message: 'this PDF has 101 pages, too many to be read in one go',
    });
  });
});

describe('the pages of one part', () => {
  it('are the same whether they are read together or each by itself', async () => {
    const { bytes } = await invoicePdf(7, 22);
    const whole = await parseDocument(bytes, { filename: 'long.pdf', pages: null });
    const alone = [];
    for (let number = 1; number <= 22; number += 1)
      alone.push(...(await parseDocument(bytes, { filename: 'long.pdf', pages: [number] })).pages);
    expect(alone).toEqual(whole.pages);
  });

  it('are not read in one go: other work has its turn', async () => {
    const { bytes } = await invoicePdf(7, 25);
    await parseDocument(bytes, { filename: 'long.pdf', pages: [1] });
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 0);
    await parseDocument(bytes, { filename: 'long.pdf', pages: null });
    clearInterval(others);
    expect(turns).toBeGreaterThanOrEqual(2);
  });
});
