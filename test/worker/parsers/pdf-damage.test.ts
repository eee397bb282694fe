import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseDocument } from '../../../src/parsers/registry';

const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

test('a page is read whose objects are packed without the sum at their end', async () => {
  const page = '3 0 <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>';
  const packed = latin(new Uint8Array(deflateSync(page))).slice(0, -4);
  const content = 'BT /F 12 Tf 40 200 Td (Invoice number: B-1) Tj ET';
  const text = [
    '%PDF-1.5',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    `4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    `6 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n${packed}\nendstream endobj`,
    'trailer<</Root 1 0 R>>',
    'startxref\n0\n%%EOF\n',
  ].join('\n');
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const { pages } = await parseDocument(bytes, { filename: 'packed.pdf', pages: null });
  expect(pages[0]?.lines.map((line) => line.text)).toEqual(['Invoice number: B-1']);
});
