import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { ask } from '../ask';
import { letter, type Print, paper } from '../paper';

const at = (...prints: Print[]): ParsedDocument => paper([prints]);

const SHOP = at(
  [200, 30, 'Lantern & Larch Books'],
  [200, 44, '(GST Reg 204417)'],
  [200, 58, '8 Ferry Lane'],
  [200, 72, 'Dorwick DW1 4QT'],
  [200, 86, 'Tel: 01632 960 144'],
  [36, 130, 'Receipt no: 5512'],
  [36, 144, 'TOTAL 12.40'],
);

const BILL = at(
  [36, 40, 'Corvid Tools Inc.'],
  [36, 54, '900 Mill Road'],
  [36, 68, 'Akron, OH 44305'],
  [36, 120, 'Bill to:'],
  [300, 120, 'Ship to:'],
  [36, 134, 'Orchard Pumps LLC'],
  [300, 134, 'Orchard Pumps Depot'],
  [36, 148, '55 Lakeview Drive'],
  [300, 148, '3 Dock Street'],
  [36, 162, 'Erie, PA 16501'],
  [300, 162, 'Erie, PA 16507'],
);

describe('the parties of a paper', () => {
  test('a slip is of whom its head names, at the address below', async () => {
    expect(await ask(SHOP, { company: 'string', address: 'string', website: 'string' })).toEqual({
      company: 'Lantern & Larch Books',
      address: '8 Ferry Lane, Dorwick DW1 4QT',
      website: null,
    });
  });

  test('a name that was wrapped in the head is one name', async () => {
    const slip = at(
      [200, 30, 'Golden Heron Kitchen'],
      [200, 44, 'Sdn. Bhd. (554321-D)'],
      [200, 58, 'Lot 5-G, Jalan Perdana 3,'],
      [200, 72, '55300 Kuala Lumpur'],
      [36, 120, 'Bill no: 451'],
    );
    expect(await ask(slip, { shop_name: 'string', shop_address: 'string' })).toEqual({
      shop_name: 'Golden Heron Kitchen Sdn. Bhd.',
      shop_address: 'Lot 5-G, Jalan Perdana 3, 55300 Kuala Lumpur',
    });
  });

  test('headings say whose block it is, and blocks have parts', async () => {
    const schema = {
      type: 'object',
      properties: Object.fromEntries(
        ['vendor', 'billTo', 'shipTo'].map((party) => [
          party,
          {
            type: 'object',
            properties: {
              name: { type: 'string' },
              street: { type: 'string' },
              city: { type: 'string' },
              zip: { type: 'string' },
            },
          },
        ]),
      ),
    };
    expect(await ask(BILL, schema)).toEqual({
      vendor: { name: 'Corvid Tools Inc.', street: '900 Mill Road', city: 'Akron', zip: '44305' },
      billTo: { name: 'Orchard Pumps LLC', street: '55 Lakeview Drive', city: 'Erie', zip: '16501' },
      shipTo: { name: 'Orchard Pumps Depot', street: '3 Dock Street', city: 'Erie', zip: '16507' },
    });
  });

  test.each([
    ['de', 'Rechnungsempfänger', 'Hafenweg 3', '28195 Bremen', '28195', 'Bremen'],
    ['fr', 'Adressé à', '14 rue des Forges', '74000 Annecy', '74000', 'Annecy'],
    ['es', 'Datos del cliente', 'Avda. de la Paz 8', '46021 Valencia', '46021', 'Valencia'],
    ['it', 'Spett.le', 'Via Garibaldi 9', '70121 Bari', '70121', 'Bari'],
    ['nl', 'Factuuradres', 'Parklaan 1', '3571 LB Utrecht', '3571 LB', 'Utrecht'],
    ['pl', 'Nabywca', 'ul. Morska 200', '81-225 Gdynia', '81-225', 'Gdynia'],
  ])('the customer of a paper in %s', async (_language, heading, street, town, code, city) => {
    const document = at([36, 100, heading], [36, 114, 'Marenka Vale'], [36, 128, street], [36, 142, town]);
    const fields = ['customer_name', 'customer_address', 'buyer_postal_code', 'buyer_city'];
    expect(await ask(document, Object.fromEntries(fields.map((name) => [name, 'string'])))).toEqual({
      customer_name: 'Marenka Vale',
      customer_address: `${street}, ${town}`,
      buyer_postal_code: code,
      buyer_city: city,
    });
  });

  test('a letter has an address for each of two, and a signature', async () => {
    const document = letter(
      'Dear Mr Pryce,',
      'we accept your claim.',
      'Yours sincerely,',
      'Margaret Dunne',
      'Claims Manager',
    );
    expect(await ask(document, { signatory: 'string', seller_address: 'string' })).toEqual({
      signatory: 'Margaret Dunne',
      seller_address: null,
    });
  });

  test('the name at the head of a resume is whose it is', async () => {
    const document = letter(
      'Nadia Petrescu',
      'nadia.petrescu@mail.example | +44 7700 900123',
      'EXPERIENCE',
      'Lead Engineer',
    );
    expect(
      await ask(document, { full_name: 'string', email: 'string', phone: 'string', date_of_birth: 'date' }),
    ).toEqual({
      full_name: 'Nadia Petrescu',
      email: 'nadia.petrescu@mail.example',
      phone: '+44 7700 900123',
      date_of_birth: null,
    });
  });
});
