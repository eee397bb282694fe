import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutPage } from '../../../src/parsers/page-layout/lay-out-page';
import { parseDocument } from '../../../src/parsers/registry';
import { chanceOf } from '../../support/fuzz/chance';
import { mutatedDocument } from '../../support/fuzz/mutated-document';
import { complaintAboutReading } from '../../support/fuzz/read-in-bounds';
import { plainSamples } from '../../support/fuzz/sample-files';
import { bytesOf } from './outline';

/** Few: `npm run fuzz -- --documents 20000` changes more, and those of all formats. */
const DOCUMENTS = 400;
const SEED = 20240229;

it('takes 39,000 declared values, and refuses more', async () => {
  const fieldsOf = async (count: number): Promise<number> => {
    const values = JSON.stringify(Array.from({ length: count }, (_, index) => index));
    const html = `<!doctype html><script type="application/ld+json">{"a": ${values}}</script>`;
    return (await parseDocument(bytesOf(html), { filename: 'a.html', pages: null })).fields.length;
  };
  expect(await fieldsOf(39_000)).toBe(39_000);
  await expect(fieldsOf(41_000)).rejects.toMatchObject({ code: 'document-unreadable' });
});

describe('parsers', () => {
  it('answer mutated documents with a document or a ParseError, soon', { timeout: 60_000 }, async () => {
    const samples = await plainSamples();
    for (let index = 0; index < DOCUMENTS; index += 1) {
      const file = mutatedDocument(samples, chanceOf(SEED + index));
      const complaint = await complaintAboutReading(file);
      expect(complaint, `${file.filename.slice(0, 100)}, document ${index}`).toBe(null);
    }
  });

  it('lay out any words and rules, and lose none', () => {
    const place = fc.record({
      x: fc.nat(500),
      y: fc.nat(300),
      length: fc.integer({ min: 1, max: 9 }),
      digit: fc.boolean(),
    });
    const rule = fc.record({
      x: fc.nat(500),
      y: fc.nat(300),
      length: fc.integer({ min: 5, max: 300 }),
      flat: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 80 }), fc.array(rule, { maxLength: 25 }), (places, drawn) => {
        const words = places.map(({ x, y, length, digit }) => ({
          text: (digit ? '7' : 'w').repeat(length),
          box: { x, y, width: length * 5, height: 10 },
          size: 10,
          bold: false,
          certainty: 1,
        }));
        const rules = drawn.map(({ x, y, length, flat }) => ({
          x1: x,
          y1: y,
          x2: flat ? x + length : x,
          y2: flat ? y : y + length,
        }));
        const { lines, tables } = layOutPage(1, words, rules);
        const all = lines.flatMap((line) => line.words.map((word) => word.text)).sort();
        expect(all).toEqual(words.map((word) => word.text).sort());
        for (const table of tables) expect(new Set(table.rows.map((row) => row.length)).size).toBe(1);
      }),
      { numRuns: 200, seed: 20240229 },
    );
  });
});
