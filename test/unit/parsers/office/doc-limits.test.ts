import { describe, expect, it } from 'vitest';
import { DOC_BOMBS } from '../../../../bench/bombs/doc-bombs.mjs';
import { parseDocument } from '../../../../src/parsers/registry';

const read = (name: keyof typeof DOC_BOMBS) => parseDocument(DOC_BOMBS[name](), { filename: name, pages: null });

describe('a file of Word 97', () => {
  it('has each page of properties read once, however often it is named', async () => {
    const { pages } = await read('page of characters hundred thousand times.doc');
    expect(pages[0]?.lines.map(({ text }) => text)).toEqual(['hello world']);
  });

  it('shows the results of fields, however many are open', async () => {
    const { pages } = await read('fields open in fields.doc');
    expect(pages[0]?.lines[0]?.text).toMatch(/^a{200}/);
  });

  it.each([
    ['twenty million paragraphs.doc', /5000000 characters/],
    ['four million paragraphs.doc', /400000 paragraphs, cells and page breaks/],
    ['twenty-five thousand pages of characters.doc', /1000000 bytes of formatting/],
    ['six million headers.doc', /60000 headers and footers/],
    ['text in two million pieces.doc', /100000 pieces; save it as \.docx/],
  ] as const)('is refused where it says too much: %s', async (name, reason) => {
    await expect(read(name)).rejects.toThrow(reason);
  });
});
