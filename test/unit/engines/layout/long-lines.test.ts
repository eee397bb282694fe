import { describe, expect, it } from 'vitest';
import { findLabels } from '../../../../src/engines/layout/labels';
import { viewOf } from '../../../../src/engines/layout/view';
import { parseDocument } from '../../../../src/parsers/registry';
import { bytesOf } from '../../parsers/outline';
import { ask } from '../ask';
import { letter } from '../paper';

const ASKED = {
  invoice_number: 'string',
  invoice_date: 'date',
  seller_name: 'string',
  total: 'number',
  items: [{ description: 'string', quantity: 'number', amount: 'number' }],
} as const;

/** Milliseconds of the fastest of three looks: the others were interrupted. */
async function millisecondsFor(text: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 3; look += 1) {
    const document = letter(text);
    const begun = performance.now();
    await ask(document, ASKED);
    least = Math.min(least, performance.now() - begun);
  }
  return least;
}

const WORDS = 4_000;
/** Four times the words may cost this many times as much: work that grows with their square costs sixteen times. */
const MOST = 9;

describe('a line without end', () => {
  it.each(['a: ', 'Total 12.00 ', '("A" ', '01.02.2026 ', '1 '])(
    'of "%s" costs no more a word than a shorter one',
    {
      timeout: 30_000,
    },
    async (piece) => {
      await millisecondsFor(piece.repeat(100));
      const short = await millisecondsFor(piece.repeat(WORDS));
      const long = await millisecondsFor(piece.repeat(4 * WORDS));
      expect(long / short).toBeLessThan(MOST);
    },
  );

  it('has thirty labels at most', () => {
    const view = viewOf(letter('Total: 1 '.repeat(100).trim()));
    expect([...findLabels(view, []).values()].map((labels) => labels.length)).toEqual([30]);
  });
});

describe('a line that could be read in many ways', () => {
  const people = { buyer_name: 'string', buyer_address: 'string', seller_name: 'string' } as const;

  it.each([
    ['a town of many hyphens', `${'A-'.repeat(45)}!`],
    ['a person of many capitals', `Mr ${'A'.repeat(250)}1`],
    ['an amount of many digits', `${'0'.repeat(6_000)}!`],
    ['an amount of many groups', `${'000 '.repeat(1_500)}!`],
    ['a number in a register', `(${'0'.repeat(900)}(`],
  ])('is read in one: %s', async (_, line) => {
    const begun = performance.now();
    await ask(letter('Invoice 7', line, 'Total: 119.00'), people);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('a value without end', () => {
  const asked = {
    invoice_date: 'date',
    total: 'number',
    note: 'string',
    items: [{ name: 'string', amount: 'number' }],
  };
  const blanks = '\t'.repeat(300_000);
  const read = (value: unknown) =>
    parseDocument(bytesOf(JSON.stringify(value)), { filename: 'a.json', pages: null }).then((one) => ask(one, asked));

  it.each([
    ['behind what may be a month', { invoice_date: `ndr.${blanks}!` }],
    ['before what is no colon', { items: [{ name: `a${blanks}b`, amount: `1${blanks}!0` }, { name: 'c' }] }],
    ['in a name of capitals', { ['A'.repeat(300_000)]: 5 }],
  ])('is read in time: %s', async (_, value) => {
    const begun = performance.now();
    await read(value);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it('is kept whole where it is a text', async () => {
    const note = 'All of this was agreed. '.repeat(500).trim();
    expect(await read({ note })).toMatchObject({ note });
  });
});
