import process from 'node:process';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { layOutPage } from '../../../src/parsers/page-layout/lay-out-page';
import { ParseError } from '../../../src/parsers/parse-error';
import { parseDocument } from '../../../src/parsers/registry';
import { FOLDERS, NEEDS_WORKERD } from '../../support/sample-documents';
import { bytesOf } from './outline';

const MAIL =
  'From: a@b.example\r\nTo: c@d.example\r\nSubject: Hi\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\nContent-Type: text/html\r\n\r\n<table><tr><td>1<td>2</tr><tr><td>3<td>4</tr></table>\r\n--X--\r\n';
const SAMPLES: readonly (() => Promise<Uint8Array>)[] = [
  async () => bytesOf('a;b;c\n1;2;3\n"x;y";5;6\n'),
  async () => bytesOf('{"items": [{"a": 1, "b": "x"}, {"a": 2}], "c": {"d": [1, 2]}}'),
  async () => bytesOf('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a x="1"><b>1</b><b>2</b><c/></a>'),
  async () => bytesOf('<!doctype html><table><tr><td colspan=3>1<td rowspan=9>2</table><dl><dt>a<dd>b</dl><p>x'),
  async () => bytesOf('# A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n'),
  async () => bytesOf('Name      Amount\nOil       3.00\nSalt      4.00\n\fpage two\n'),
  async () => bytesOf(MAIL),
  async () =>
    writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['x', 'y'],
            [1, new Date(0)],
            ['z', true],
          ],
        },
      ],
    }),
];

/** More, and others: `QUARRY_FUZZ_RUNS` and `QUARRY_FUZZ_SEED`. */
const RUNS = Number(process.env.QUARRY_FUZZ_RUNS ?? 300);
const SEED = Number(process.env.QUARRY_FUZZ_SEED ?? 20240229);
const TIMEOUT_MS = Math.max(60_000, 200 * RUNS);

/** Places are shares of the length, so that one series of changes fits every sample. */
const CHANGES = fc.record({
  flips: fc.array(fc.record({ at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), byte: fc.nat(255) }), {
    maxLength: 12,
  }),
  keep: fc.double({ min: 0.05, max: 1, noNaN: true }),
});

it('takes 60,000 declared values, and refuses more', async () => {
  const fieldsOf = async (count: number): Promise<number> => {
    const values = JSON.stringify(Array.from({ length: count }, (_, index) => index));
    const html = `<!doctype html><script type="application/ld+json">{"a": ${values}}</script>`;
    return (await parseDocument(bytesOf(html), { filename: 'a.html', pages: null })).fields.length;
  };
  expect(await fieldsOf(59_000)).toBe(59_000);
  await expect(fieldsOf(130_000)).rejects.toMatchObject({ code: 'document-unreadable' });
});

describe('parsers', () => {
  it('answer changed and truncated bytes with a document or a ParseError', { timeout: TIMEOUT_MS }, async () => {
    const whole = FOLDERS.filter(({ extension }) => !NEEDS_WORKERD.includes(extension)).flatMap(
      ({ files, sample }) => files[sample] ?? [],
    );
    const samples = [...(await Promise.all(SAMPLES.map((sample) => sample()))), ...whole];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), CHANGES, async (sample, { flips, keep }) => {
        const bytes = sample.slice();
        for (const { at, byte } of flips) bytes[Math.floor(at * bytes.length)] = byte;
        const cut = bytes.subarray(0, Math.ceil(keep * bytes.length));
        const outcome = await parseDocument(cut, { filename: 'a.txt', pages: null }).catch((error: unknown) => error);
        if (outcome instanceof Error && !(outcome instanceof ParseError)) throw outcome;
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true, ...(RUNS > 300 ? { interruptAfterTimeLimit: TIMEOUT_MS } : {}) },
    );
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
