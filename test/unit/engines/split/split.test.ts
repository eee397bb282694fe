import { describe, expect, test } from 'vitest';
import { type AskedPart, splitter } from '../../../../src/engines/split/split';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { type Print, paper } from '../paper';

/** Pages of lines, one under the other. */
const bundle = (...pages: readonly (readonly string[])[]): ParsedDocument =>
  paper(pages.map((lines) => lines.map((text, index): Print => [36, 60 + 20 * index, text])));

const asked = (...names: readonly string[]): AskedPart[] =>
  names.map((name) => ({ name, description: '', partitionKey: null }));

function parts(kinds: readonly AskedPart[], document: ParsedDocument, readings = 1) {
  const bundleOf = splitter(kinds);
  bundleOf.look(document);
  return bundleOf.parts(Array.from({ length: readings }, (_, order) => bundleOf.read(order)));
}

const pagesOf = (kinds: readonly AskedPart[], document: ParsedDocument) =>
  parts(kinds, document).map(({ pages }) => pages);

const INVOICE = ['Invoice', 'Quay Tools Ltd', 'Invoice number: Q-1', 'Chisel 2 14.00', 'Amount due: 14.00'];
const TERMS = ['Retention of title', 'All goods stay ours until they are paid for in full.'];
const STATEMENT = [
  'Kontoauszug',
  'Alter Kontostand 10,00',
  'Buchungstag  Verwendungszweck  Betrag',
  'Neuer Kontostand 4,00',
];
const RECIPE = [
  'Recipe',
  'Ingredients',
  'Six apples, flour, butter',
  'Preheat the oven.',
  'Cook time 40 minutes',
  'Serves 4',
];

describe('a bundle', () => {
  test('is cut where another kind of document begins', () => {
    expect(pagesOf(asked('bank statement', 'invoice', 'recipe'), bundle(INVOICE, STATEMENT, RECIPE))).toEqual([
      [2],
      [1],
      [3],
    ]);
  });

  test('keeps pages together that count on, and cuts where they begin to count again', () => {
    const pages = bundle(
      [...INVOICE, 'Page 1 of 2'],
      [...TERMS, 'Page 2 of 2'],
      ['Invoice', 'Invoice number: Q-2', 'Amount due: 3.00', 'Page 1 of 2'],
      [...TERMS, 'Page 2 of 2'],
    );
    const [invoice] = parts(
      [{ name: 'invoice', description: '', partitionKey: 'invoice number' }, ...asked('letter')],
      pages,
    );
    expect(invoice?.partitions.map(({ key, pages: own }) => [key, own])).toEqual([
      ['Q-1', [1, 2]],
      ['Q-2', [3, 4]],
    ]);
  });

  test('gives a page of another kind to nobody, and to the rest where there is one', () => {
    const pages = bundle(INVOICE, RECIPE);
    expect(pagesOf(asked('invoice', 'contract'), pages)).toEqual([[1], []]);
    expect(pagesOf(asked('invoice', 'contract', 'other'), pages)).toEqual([[1], [], [2]]);
  });

  test('has every page at most once, however alike the kinds are', () => {
    const kinds = asked('invoice', 'supplier invoice', 'bill');
    const all = pagesOf(kinds, bundle(INVOICE, TERMS, STATEMENT, INVOICE)).flat();
    expect(all.length).toBe(new Set(all).size);
  });

  test('leaves a blank page with what is before it', () => {
    expect(pagesOf(asked('invoice', 'recipe'), bundle(INVOICE, [], RECIPE))).toEqual([[1, 2], [3]]);
  });

  test('may be shown part after part', () => {
    const whole = bundle(INVOICE, TERMS, RECIPE);
    const kinds = splitter(asked('invoice', 'recipe'));
    for (const page of whole.pages) kinds.look({ ...whole, pages: [page] });
    expect(kinds.parts([kinds.read(0)]).map(({ pages }) => pages)).toEqual([[1, 2], [3]]);
  });

  test('that holds nothing has no pages of any kind', () => {
    expect(pagesOf(asked('invoice', 'recipe'), paper([]))).toEqual([[], []]);
  });
});

describe('several readings', () => {
  test('each have a vote, and are of one mind where a bundle is plain', () => {
    const [invoice, recipe] = parts(asked('invoice', 'recipe'), bundle(INVOICE, RECIPE), 4);
    expect([invoice, recipe]).toEqual([
      { pages: [1], likelihood: 1, votes: [[1], [1], [1], [1]], partitions: [] },
      { pages: [2], likelihood: 1, votes: [[2], [2], [2], [2]], partitions: [] },
    ]);
  });

  test('differ where what runs along the pages and what they say speak against each other', () => {
    const torn = bundle(
      ['Invoice', 'Mole & Sons', 'Invoice number: 7', 'Amount due: 3.00', 'Page 1 of 2'],
      ['Apple pie', 'Ingredients: six apples, flour, butter', 'Serves 4, preheat the oven', 'Page 2 of 2'],
    );
    const [invoice] = parts(asked('invoice', 'recipe'), torn, 8);
    expect(new Set(invoice?.votes.map(String)).size).toBeGreaterThan(1);
    expect(invoice?.likelihood).toBeLessThan(1);
  });
});
