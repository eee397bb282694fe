import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { parseDocument } from '../../../../src/parsers/registry';
import { filledFields } from '../../../../src/schema/assemble';
import type { JsonObject } from '../../../../src/schema/json';
import { fieldCount } from '../../../../src/schema/walk';
import { ask, cellsFor, schemaOf } from '../ask';
import { propose, read } from './outline';

const INVOICE = `Nordlicht Holz GmbH
Hafenstraße 4
24103 Kiel

Waldhaus KG
Am Markt 7
80331 München

Rechnung

Rechnungsnummer: R-2291
Rechnungsdatum: 03.02.2026
Kundennummer: 50017
Sachbearbeiter: Jule Brandt

Pos  Bezeichnung      Menge   Einzelpreis   Gesamt
1    Dielen Eiche     12      34,50         414,00
2    Leisten          40      2,25          90,00

Nettobetrag        504,00
MwSt 19 %           95,76
Gesamtbetrag       599,76 EUR

Zahlbar bis 17.02.2026
IBAN: DE89 3704 0044 0532 0130 00
`;

const STATEMENT = `Date,Payee,Amount,Cleared
2026-01-02,Mill & Co,-12.50,yes
2026-01-05,Oak Ltd,100.00,no
2026-01-07,Elm Inc,31.10,yes
`;

const ORDER = JSON.stringify({
  invoiceNo: 'HB-12',
  issued: '2026-03-04',
  seller: { name: 'Holzbau Kern', vatId: 'DE123456789' },
  paid: false,
  tags: ['oak', 'dry'],
  items: [
    { sku: 'A17', qty: 3, price: 2.5 },
    { sku: 'B22', qty: 1, price: 10 },
  ],
  total: 17.5,
});

const MAIL = `From: Marta Feld <marta@feld.example>
To: dock@kern.example
Subject: Delivery 88
Date: Tue, 03 Mar 2026 10:00:00 +0100
Message-ID: <81@feld.example>

Hello,

Tracking number: ZX-99812
Carrier: Bergpost
Weight: 12.5 kg

Regards
Marta
`;

const LEASE = `<h1>Lease</h1>
<table><tr><th>Tenant</th><td>Ada Moor</td></tr><tr><th>Monthly rent</th><td>£840.00</td></tr>
<tr><th>Start</th><td>1 May 2026</td></tr></table>
<table><tr><th>Room</th><th>Area</th><th>Heated</th></tr><tr><td>Kitchen</td><td>12.5</td><td>yes</td></tr>
<tr><td>Attic</td><td>20.0</td><td>no</td></tr></table>`;

const DATA = `<?xml version="1.0"?><order no="77"><customer><name>Kern</name><city>Bonn</city></customer>
<placed>2026-02-03</placed><total currency="EUR">12.50</total>
<line><article>Nail</article><count>3</count></line><line><article>Screw</article><count>5</count></line></order>`;

const workbook = (): Promise<ParsedDocument> =>
  parseDocument(new Uint8Array(readFileSync('test/samples/alpenhof-invoice.xlsx')), {
    filename: 'alpenhof-invoice.xlsx',
    pages: null,
  });

const DOCUMENTS: readonly (readonly [string, () => Promise<ParsedDocument>])[] = [
  ['an invoice', () => read('invoice.txt', INVOICE)],
  ['a statement', () => read('statement.csv', STATEMENT)],
  ['a workbook', workbook],
  ['a JSON order', () => read('order.json', ORDER)],
  ['an XML order', () => read('order.xml', DATA)],
  ['a mail', () => read('delivery.eml', MAIL)],
  ['a web page', () => read('lease.html', LEASE)],
];

const proposedFor = async (document: ParsedDocument): Promise<JsonObject> => {
  const schema = await propose([document]);
  if (schema === null) throw new Error('nothing was proposed');
  return schema;
};

describe('what is proposed for a document', () => {
  test.each(DOCUMENTS)('is found in it again: %s', async (_, document) => {
    const given = await document();
    const definition = await proposedFor(given);
    const schema = schemaOf(definition);
    const filled = filledFields(schema, await cellsFor(given, definition));
    expect(filled.size / fieldCount(schema)).toBeGreaterThanOrEqual(0.8);
  });

  test('is found with the right values', async () => {
    const given = await read('invoice.txt', INVOICE);
    expect(await ask(given, await proposedFor(given))).toEqual({
      invoice_number: 'R-2291',
      invoice_date: '2026-02-03',
      customer_number: '50017',
      contact_person: 'Jule Brandt',
      buyer_name: 'Waldhaus KG',
      buyer_address: 'Am Markt 7, 80331 München',
      seller_name: 'Nordlicht Holz GmbH',
      seller_address: 'Hafenstraße 4, 24103 Kiel',
      tax_rate: 19,
      line_items: [
        { pos: 1, description: 'Dielen Eiche', quantity: 12, unit_price: 34.5, amount: 414 },
        { pos: 2, description: 'Leisten', quantity: 40, unit_price: 2.25, amount: 90 },
      ],
      total_net: 504,
      total_tax: 95.76,
      total_gross: 599.76,
      currency: 'EUR',
      due_date: '2026-02-17',
      iban: 'DE89370400440532013000',
    });
  });
});
