import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../../src/schema/json';
import { letter } from '../paper';
import { outlineOf, propose } from './outline';

const ITEMS = { description: 'string', quantity: 'number', unit_price: 'number', amount: 'number' };

const REQUESTS: readonly (readonly [string, JsonValue])[] = [
  [
    'extract the invoice number, the total amount and for each line item the description and price',
    { invoice_number: 'string', total_amount: 'number', line_items: [{ description: 'string', price: 'number' }] },
  ],
  [
    'Vendor name, date of issue, is paid, number of pages',
    { vendor_name: 'string', date_of_issue: 'date', is_paid: 'boolean', number_of_pages: 'integer' },
  ],
  [
    '- invoice_number: the number\n- total (number)\n- items: sku, quantity, unit price\n* contact email',
    {
      invoice_number: 'string',
      total: 'number',
      items: [{ sku: 'string', quantity: 'number', unit_price: 'number' }],
      contact_email: 'email',
    },
  ],
  [
    'Please read:\n1. Tenant\n2) Monthly rent\n3. Start date',
    { tenant: 'string', monthly_rent: 'number', start_date: 'date' },
  ],
  [
    'I need the name of the tenant, the start date and whether the deposit has been paid.',
    { name_of_tenant: 'string', start_date: 'date', deposit_has_been_paid: 'boolean' },
  ],
  ['Get the due date from the invoice', { due_date: 'date' }],
  ['list of tags and line items', { tags: ['string'], line_items: [ITEMS] }],
  [
    'Extract line items with description and quantity, and the grand total',
    { line_items: [{ description: 'string', quantity: 'number' }], grand_total: 'number' },
  ],
  [
    'Get vendor, address, and a list of products (name, price).',
    { vendor: 'string', address: 'string', products: [{ name: 'string', price: 'number' }] },
  ],
  [
    'Extract key information from a resume: name, email, phone, website and years of service',
    { name: 'string', email: 'email', phone: 'string', website: 'uri', years_of_service: 'string' },
  ],
  [
    'For every transaction extract date, payee and amount',
    { transactions: [{ date: 'date', payee: 'string', amount: 'number' }] },
  ],
  ['For each invoice extract the invoice number and the total', { invoice_number: 'string', total: 'number' }],
  [
    'Read the vendor and from each document its total and currency',
    { vendor: 'string', total: 'number', currency: 'string' },
  ],
  [
    'You are a careful reader. You read data from orders. Extract the carrier and the weight. Use null if one is missing.',
    { carrier: 'string', weight: 'number' },
  ],
  ['From, to, subject and sent date', { from: 'string', to: 'string', subject: 'string', sent_date: 'date' }],
  ['departure date and time, gate', { departure_date_time: 'date-time', gate: 'string' }],
  ['total, total, Total', { total: 'number' }],
];

const NOTHING = [
  'Generate a schema for this document',
  'hello there how are you doing today',
  'extract all fields',
  '?!',
];

describe('a request in words', () => {
  test.each(REQUESTS)('names its fields and their types: %s', async (prompt, expected) => {
    expect(await outlineOf([], prompt)).toEqual(expected);
  });

  test.each(NOTHING)('that names nothing proposes nothing: %s', async (prompt) => {
    expect(await propose([], prompt)).toBeNull();
  });

  test('is quoted in the description', async () => {
    expect(await propose([], 'extract the due date')).toEqual({
      type: 'object',
      properties: {
        due_date: {
          type: 'string',
          format: 'date',
          title: 'Due date',
          description: 'Due date, e.g. called "due date"',
        },
      },
    });
  });

  test('of twenty thousand characters is read in no time', async () => {
    const hostile = ['"', 'and ', 'list of as ', 'for each a ', 'a,', 'extract me ', 's ', ' ', '(', '- '];
    for (const part of hostile) {
      const startedAt = performance.now();
      await propose([], part.repeat(20_000 / part.length));
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    }
  });
});

describe('a request beside a document', () => {
  const document = letter('Rechnungsnummer: 4711', 'Weight: 12', 'Driver: Sven Alm');

  test('decides what is asked, and the document tells types and labels', async () => {
    expect(await propose([document], 'extract the invoice number, the weight and the colour')).toEqual({
      type: 'object',
      properties: {
        invoice_number: {
          type: 'string',
          title: 'Invoice number',
          description: 'Invoice number, e.g. called "invoice number" or "Rechnungsnummer"',
        },
        weight: { type: 'number', title: 'Weight', description: 'Weight, e.g. called "weight" or "Weight"' },
        colour: { type: 'string', title: 'Colour', description: 'Colour, e.g. called "colour"' },
      },
    });
  });

  test('that asks for more than it names has all that the document shows', async () => {
    expect(await outlineOf([document], 'extract everything, also the colour')).toEqual({
      colour: 'string',
      invoice_number: 'string',
      weight: 'number',
      driver: 'string',
    });
  });

  test('that names nothing leaves it to the document', async () => {
    expect(await outlineOf([document], 'Generate a schema for this document')).toEqual({
      invoice_number: 'string',
      weight: 'number',
      driver: 'string',
    });
  });
});
