import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { ask, cellsFor } from '../ask';
import { declared, letter, type Print, paper, table } from '../paper';

const at = (...prints: Print[]): ParsedDocument => paper([prints]);

describe('labels', () => {
  test.each([
    ['after a colon', at([36, 100, 'Invoice number: RE-2024/17'])],
    ['after blanks', at([36, 100, 'Rechnungsnr. RE-2024/17'])],
    ['to the right', at([36, 100, 'Numéro de facture'], [300, 100, 'RE-2024/17'])],
    ['below', at([36, 100, 'Invoice no.'], [36, 114, 'RE-2024/17'])],
    [
      'below, in a row of labels',
      at([36, 100, 'Invoice no.'], [160, 100, 'Customer no.'], [36, 114, 'RE-2024/17'], [160, 114, 'C-9']),
    ],
  ])('a value is read %s', async (_where, document) => {
    expect(await ask(document, { invoice_number: 'string' })).toEqual({ invoice_number: 'RE-2024/17' });
  });

  test('the longest wording wins, whoever asks for it', async () => {
    const document = at([36, 100, 'Delivery date: 01.02.2024'], [36, 120, 'Invoice date: 05.02.2024']);
    expect(await ask(document, { invoice_date: 'date' })).toEqual({ invoice_date: '2024-02-05' });
  });

  test('a field the catalogue does not know is found by its own words', async () => {
    const document = at([36, 100, 'Colour of the roof: dark red'], [36, 120, 'Number of windows: 12']);
    const schema = {
      fields: [
        { name: 'roof_colour', type: 'string' },
        { name: 'windows', type: 'integer', description: 'Number of windows' },
      ],
    };
    expect(await ask(document, schema)).toEqual({ roof_colour: 'dark red', windows: 12 });
  });

  test('no evidence, no value', async () => {
    const document = letter('Dear Ann,', 'thank you for the nice evening.');
    expect(
      await ask(document, {
        invoice_number: 'string',
        total: 'number',
        iban: 'string',
        insurance_policy_number: 'string',
        items: [{ price: 'number' }],
      }),
    ).toEqual({
      invoice_number: null,
      total: null,
      iban: null,
      insurance_policy_number: null,
      items: [],
    });
  });

  test('a code that begins like a label is a code', async () => {
    expect(await ask(at([36, 100, 'Bon de commande : PO778120045']), { po_number: 'string' })).toEqual({
      po_number: 'PO778120045',
    });
  });

  test('both ends of a period are read from one label', async () => {
    const document = at([36, 100, 'Contract dates: 11/14/21 - 11/27/21']);
    expect(await ask(document, { flight_from: 'date', flight_to: 'date' })).toEqual({
      flight_from: '2021-11-14',
      flight_to: '2021-11-27',
    });
  });

  test('one print does not answer two questions', async () => {
    const document = at([36, 100, 'Invoice number: 4711']);
    expect(await ask(document, { invoice_number: 'string', order_number: 'string' })).toEqual({
      invoice_number: '4711',
      order_number: null,
    });
  });

  test('a choice is matched to the allowed spelling', async () => {
    const schema = { properties: { payment_method: { enum: ['cash', 'Credit card'] } } };
    expect(await ask(at([36, 100, 'Payment method: CREDIT CARD']), schema)).toEqual({ payment_method: 'Credit card' });
  });
});

describe('totals', () => {
  const foot = at(
    [36, 500, 'Total HT'],
    [300, 500, '100,00 €'],
    [36, 520, 'TVA 20 %'],
    [300, 520, '20,00 €'],
    [36, 540, 'Total TTC'],
    [300, 540, '120,00 €'],
  );
  test('net, tax and gross are told apart and prove each other', async () => {
    const schema = { total_net: 'number', total_tax: 'number', total_gross: 'number', currency: 'string' };
    expect(await ask(foot, schema)).toEqual({ total_net: 100, total_tax: 20, total_gross: 120, currency: 'EUR' });
  });
  test('what is due is the total where nothing else is said, but not where something was paid', async () => {
    expect(await ask(foot, { amount_due: 'number' })).toEqual({ amount_due: 120 });
    const paid = paper([[...prints(foot), [36, 560, 'Amount paid: 20,00 €']]]);
    expect(await ask(paid, { amount_due: 'number' })).toEqual({ amount_due: null });
  });
  test('days are no money', async () => {
    expect(await ask(letter('Please pay within 30 days.'), { amount_due: 'number' })).toEqual({ amount_due: null });
  });

  function prints(document: ParsedDocument): Print[] {
    return document.pages.flatMap((page) => page.lines.map((line): Print => [line.box.x, line.box.y, line.text]));
  }
});

describe('what tells by its shape', () => {
  const document = letter(
    'Payable to Sparkasse',
    'DE89 3704 0044 0532 0130 00  BIC COBADEFFXXX',
    'www.example.org',
    'ISIN LU4400123403',
  );
  test('bank data, addresses and securities are found without a label', async () => {
    expect(await ask(document, { iban: 'string', bic: 'string', website: 'string', isin: 'string' })).toEqual({
      iban: 'DE89370400440532013000',
      bic: 'COBADEFFXXX',
      website: 'www.example.org',
      isin: 'LU4400123403',
    });
  });
  test('an IBAN with a wrong check number needs its label, and is flagged', async () => {
    const cells = await cellsFor(letter('IBAN: GB99LOYD30963412345678'), { iban: 'string' });
    expect(cells.map((cell) => [cell.value, cell.flags.map((flag) => flag.code)])).toEqual([
      ['GB99LOYD30963412345678', ['check-number', 'low-confidence']],
    ]);
    expect(await ask(letter('GB99LOYD30963412345678'), { iban: 'string' })).toEqual({ iban: null });
  });
  test('a capital word of eleven letters is no bank', async () => {
    expect(await ask(letter('6.0 TERMINATION OF THIS AGREEMENT'), { bic: 'string' })).toEqual({ bic: null });
  });
  test('the currency is that of most amounts', async () => {
    expect(await ask(letter('5,00 €', '7,00 €', 'about $ 3'), { currency: 'string' })).toEqual({ currency: 'EUR' });
  });
  test('name and number of a security stand beside its ISIN', async () => {
    const line = letter('Nr. 329/1 Kauf XTRACKERS MSCI WORLD (IE00KQ41TV27/A113FM)');
    expect(await ask(line, { security_name: 'string', wkn: 'string' })).toEqual({
      security_name: 'XTRACKERS MSCI WORLD',
      wkn: 'A113FM',
    });
  });
});

describe('parties', () => {
  const german = at(
    [60, 120, 'Muster Handel GmbH · Ringstraße 1 · 12345 Musterstadt'],
    [60, 140, 'Erika Beispiel'],
    [60, 154, 'Nebenweg 7'],
    [60, 168, '54321 Anderswo'],
    [60, 260, 'Ihre USt-IdNr.: DE987654321'],
    [60, 740, 'USt-IdNr. DE295713842'],
  );
  test('a return address names the sender, the window below it the receiver', async () => {
    expect(await ask(german, { seller_name: 'string', buyer_name: 'string' })).toEqual({
      seller_name: 'Muster Handel GmbH',
      buyer_name: 'Erika Beispiel',
    });
  });
  test('tax ids go to whom the words beside them mean', async () => {
    expect(await ask(german, { seller_vat_id: 'string', buyer_vat_id: 'string' })).toEqual({
      seller_vat_id: 'DE295713842',
      buyer_vat_id: 'DE987654321',
    });
  });
  test('a lone tax id is the sender’s', async () => {
    expect(await ask(letter('USt-IdNr. DE295713842'), { seller_vat_id: 'string', buyer_vat_id: 'string' })).toEqual({
      seller_vat_id: 'DE295713842',
      buyer_vat_id: null,
    });
  });
  test('two tax ids in two blocks go to the parties that head them', async () => {
    const document = at(
      [36, 100, 'Sprzedawca:'],
      [300, 100, 'Nabywca:'],
      [36, 114, 'ABC Sp. z o.o.'],
      [300, 114, 'XYZ S.A.'],
      [36, 128, 'NIP: 5252248481'],
      [300, 128, 'NIP: 6762466740'],
    );
    expect(
      await ask(document, {
        seller: { name: 'string', vat_id: 'string' },
        buyer: { name: 'string', vat_id: 'string' },
      }),
    ).toEqual({
      seller: { name: 'ABC Sp. z o.o.', vat_id: '5252248481' },
      buyer: { name: 'XYZ S.A.', vat_id: '6762466740' },
    });
  });
  test('labels name the parties outright', async () => {
    const document = at(
      [36, 100, 'Bill to:'],
      [36, 114, 'Tideway Works Ltd.'],
      [36, 128, '1 High Street'],
      [300, 100, 'From:'],
      [300, 114, 'Harbour Traders Inc.'],
    );
    expect(await ask(document, { seller: { name: 'string' }, buyer: { name: 'string' } })).toEqual({
      seller: { name: 'Harbour Traders Inc.' },
      buyer: { name: 'Tideway Works Ltd.' },
    });
  });
});

describe('running text', () => {
  test.each([
    ['Bitte überweisen Sie den Betrag bis zum 30.05.2019.', '2019-05-30'],
    ['Please remit until 2019-05-30.', '2019-05-30'],
    ['Zahlbar innerhalb 30 Tagen netto bis 30.05.2019, 3% Skonto bis 09.05.2019', '2019-05-30'],
    ['Betaling voldoen voor 30 mei 2019', '2019-05-30'],
  ])('"%s" says when to pay', async (text, day) => {
    expect(await ask(letter(text), { due_date: 'date' })).toEqual({ due_date: day });
  });
  test('an agreement names its parties, day, law and term', async () => {
    const document = letter(
      'This MUTUAL AGREEMENT is made effective on the 12th day of June, 2014, by and between',
      'Alder Devices Corporation, a Delaware corporation ("Company"), and Quince Semiconductor LLC, an',
      'Arizona company ("Quince"). The parties agree as follows. This Agreement shall be governed by',
      'the laws of the State of New York. This Agreement shall remain in effect for a period of',
      'two (2) years from its date.',
    );
    const schema = {
      fields: [
        { name: 'effective_date', type: 'date', description: 'Date the agreement takes effect' },
        { name: 'jurisdiction', type: 'string', description: 'State or country whose law governs the agreement' },
        { name: 'term', type: 'string', description: 'How long the agreement runs, e.g. "2 years"' },
        { name: 'parties', type: 'string[]', description: 'Names of the contracting parties' },
      ],
    };
    expect(await ask(document, schema)).toEqual({
      effective_date: '2014-06-12',
      jurisdiction: 'New York',
      term: '2 years',
      parties: ['Alder Devices Corporation', 'Quince Semiconductor LLC'],
    });
  });
  test('a letter’s date stands alone near its top', async () => {
    expect(await ask(letter('Linz, 17.11.2024', 'Dear Sir'), { date: 'date' })).toEqual({ date: '2024-11-17' });
  });
  test('columns that the text has lost are read by their order', async () => {
    const document = letter('Montant brut Commission Montant net', '742,10 EUR 3,71 EUR 745,81 EUR');
    expect(await ask(document, { commission: 'number' })).toEqual({ commission: 3.71 });
  });
});

describe('what the format declares', () => {
  test('fields are matched by meaning and by name', async () => {
    const document = paper([[]], {
      fields: declared({ 'invoice/number': 'A-1', 'invoice/issue_date': '2024-03-05', 'x/frobnication_level': '7' }),
    });
    expect(await ask(document, { invoice_number: 'string', issueDate: 'date', frobnication_level: 'integer' })).toEqual(
      {
        invoice_number: 'A-1',
        issueDate: '2024-03-05',
        frobnication_level: 7,
      },
    );
  });
  test('mail headers are fields', async () => {
    const document = paper([[]], {
      fields: declared({
        From: 'Shop <shop@example.org>',
        Subject: 'Your parcel',
        Date: 'Tue, 14 May 2019 08:21:40 +0000',
      }),
    });
    const schema = {
      fields: [
        { name: 'sender_email', type: 'string', description: 'E-mail address of the sender' },
        { name: 'subject', type: 'string' },
        { name: 'sent_date', type: 'date' },
      ],
    };
    expect(await ask(document, schema)).toEqual({
      sender_email: 'shop@example.org',
      subject: 'Your parcel',
      sent_date: '2019-05-14',
    });
  });
  test('lists of plain values come from repeated fields, a column or lines under a heading', async () => {
    const repeated = paper([[]], {
      fields: declared({ 'recipe/recipeIngredient/0': '2 eggs', 'recipe/recipeIngredient/1': 'salt' }),
    });
    expect(await ask(repeated, { ingredients: ['string'] })).toEqual({ ingredients: ['2 eggs', 'salt'] });
    const column = paper([[]], { tables: [table([['Ingredients'], ['2 eggs'], ['salt']])] });
    expect(await ask(column, { ingredients: ['string'] })).toEqual({ ingredients: ['2 eggs', 'salt'] });
    const lines = letter('Ingredients:', '- 2 eggs', '- salt');
    expect(await ask(lines, { ingredients: ['string'] })).toEqual({ ingredients: ['2 eggs', 'salt'] });
  });
  test('the declared title is taken where it is printed', async () => {
    const document = paper(
      [
        [
          [36, 60, 'Home'],
          [36, 90, 'Walnut cake'],
        ],
      ],
      { properties: { title: 'Walnut cake - Marta' } },
    );
    expect(
      await ask(document, { fields: [{ name: 'title', type: 'string', description: 'Name of the recipe' }] }),
    ).toEqual({ title: 'Walnut cake' });
  });
  test('a number before the word counts', async () => {
    expect(await ask(letter('Pour 6 personnes'), { servings: 'integer' })).toEqual({ servings: 6 });
  });
  test('durations are given in the minutes asked for', async () => {
    expect(await ask(letter('TOTAL TIME: 1 hr 20 mins'), { total_minutes: 'integer' })).toEqual({ total_minutes: 80 });
  });
});

describe('compound words', () => {
  test('the end of a compound is a label, its beginning is not', async () => {
    const document = letter('Handelsrechnung Nr. 8206', 'Bruttopreis: 100,00', 'Bruttosumme: 119,00');
    expect(await ask({ ...document, language: 'de' }, { invoice_number: 'string', total_gross: 'number' })).toEqual({
      invoice_number: '8206',
      total_gross: 119,
    });
  });
});
