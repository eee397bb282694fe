import { describe, expect, test } from 'vitest';
import { ask, cellsFor } from '../ask';
import { declared, letter, paper } from '../paper';

const schema = {
  invoice_number: 'string',
  invoice_date: 'date',
  due_date: 'date',
  seller: { name: 'string', vat_id: 'string' },
  buyer: { name: 'string' },
  currency: 'string',
  iban: 'string',
  total_net: 'number',
  total_tax: 'number',
  total_gross: 'number',
  amount_due: 'number',
  items: [{ description: 'string', quantity: 'number', unit_price: 'number', vat_rate: 'number', amount: 'number' }],
};

const expected = {
  invoice_number: '830417',
  invoice_date: '2018-03-05',
  due_date: '2018-04-04',
  seller: { name: 'Papierhaus GmbH', vat_id: 'DE123456789' },
  buyer: { name: 'Werkstatt AG Nord' },
  currency: 'EUR',
  iban: 'DE89370400440532013000',
  total_net: 473,
  total_tax: 56.87,
  total_gross: 529.87,
  amount_due: 529.87,
  items: [
    { description: 'Sammelmappe A5', quantity: 20, unit_price: 9.9, vat_rate: 19, amount: 198 },
    { description: 'Quark Kirsche', quantity: 50, unit_price: 5.5, vat_rate: 7, amount: 275 },
  ],
};

/** Paths below a prefix, so that the fixtures stay readable. */
function below(prefix: string, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([path, value]) => [`${prefix}/${path}`, value]));
}

function ciiLine(
  prefix: string,
  index: number,
  middle: string,
  rate: string,
  summation: string,
  values: readonly string[],
): Record<string, string> {
  const [name = '', quantity = '', price = '', percent = '', amount = ''] = values;
  return below(`${prefix}/ram:IncludedSupplyChainTradeLineItem/${index}`, {
    'ram:SpecifiedTradeProduct/ram:Name': name,
    [`ram:Specified${middle}Agreement/ram:NetPriceProductTradePrice/ram:ChargeAmount`]: price,
    [`ram:Specified${middle}Delivery/ram:BilledQuantity`]: quantity,
    [`ram:Specified${middle}Settlement/ram:ApplicableTradeTax/ram:${rate}`]: percent,
    [`ram:Specified${middle}Settlement/ram:${summation}/ram:LineTotalAmount`]: amount,
  });
}

function cii(
  root: string,
  head: string,
  transaction: string,
  middle: string,
  rate: string,
  summation: string,
  lineSummation: string,
): Record<string, string> {
  const deal = `${root}/${transaction}`;
  return {
    ...below(`${root}/${head}`, { 'ram:ID': '830417', 'ram:IssueDateTime/udt:DateTimeString': '20180305' }),
    ...ciiLine(deal, 0, middle === 'Header' ? 'LineTrade' : 'SupplyChainTrade', rate, lineSummation, [
      'Sammelmappe A5',
      '20.0000',
      '9.9000',
      '19.00',
      '198.00',
    ]),
    ...ciiLine(deal, 1, middle === 'Header' ? 'LineTrade' : 'SupplyChainTrade', rate, lineSummation, [
      'Quark Kirsche',
      '50.0000',
      '5.5000',
      '7.00',
      '275.00',
    ]),
    ...below(`${deal}/ram:Applicable${middle}TradeAgreement`, {
      'ram:SellerTradeParty/ram:Name': 'Papierhaus GmbH',
      'ram:SellerTradeParty/ram:SpecifiedTaxRegistration/0/ram:ID': '143/207/51836',
      'ram:SellerTradeParty/ram:SpecifiedTaxRegistration/0/ram:ID/@schemeID': 'FC',
      'ram:SellerTradeParty/ram:SpecifiedTaxRegistration/1/ram:ID': 'DE123456789',
      'ram:SellerTradeParty/ram:SpecifiedTaxRegistration/1/ram:ID/@schemeID': 'VA',
      'ram:BuyerTradeParty/ram:Name': 'Werkstatt AG Nord',
    }),
    ...below(`${deal}/ram:Applicable${middle}TradeSettlement`, {
      'ram:InvoiceCurrencyCode': 'EUR',
      'ram:SpecifiedTradeSettlementPaymentMeans/ram:PayeePartyCreditorFinancialAccount/ram:IBANID':
        'DE89370400440532013000',
      'ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString': '20180404',
      [`ram:${summation}/ram:TaxBasisTotalAmount`]: '473.00',
      [`ram:${summation}/ram:TaxTotalAmount`]: '56.87',
      [`ram:${summation}/ram:GrandTotalAmount`]: '529.87',
      [`ram:${summation}/ram:DuePayableAmount`]: '529.87',
    }),
  };
}

const SECOND = cii(
  'rsm:CrossIndustryInvoice',
  'rsm:ExchangedDocument',
  'rsm:SupplyChainTradeTransaction',
  'Header',
  'RateApplicablePercent',
  'SpecifiedTradeSettlementHeaderMonetarySummation',
  'SpecifiedTradeSettlementLineMonetarySummation',
);
const FIRST = cii(
  'rsm:CrossIndustryDocument',
  'rsm:HeaderExchangedDocument',
  'rsm:SpecifiedSupplyChainTradeTransaction',
  'SupplyChain',
  'ApplicablePercent',
  'SpecifiedTradeSettlementMonetarySummation',
  'SpecifiedTradeSettlementMonetarySummation',
);

function ublLine(
  index: number,
  [name = '', quantity = '', price = '', percent = '', amount = '']: readonly string[],
): Record<string, string> {
  return below(`Invoice/cac:InvoiceLine/${index}`, {
    'cbc:ID': String(index + 1),
    'cbc:InvoicedQuantity': quantity,
    'cbc:LineExtensionAmount': amount,
    'cac:Item/cbc:Name': name,
    'cac:Item/cac:ClassifiedTaxCategory/cbc:Percent': percent,
    'cac:Price/cbc:PriceAmount': price,
  });
}

const UBL = {
  ...below('Invoice', {
    'cbc:ID': '830417',
    'cbc:IssueDate': '2018-03-05',
    'cbc:DueDate': '2018-04-04',
    'cbc:DocumentCurrencyCode': 'EUR',
    'cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID': 'DE123456789',
    'cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName': 'Papierhaus GmbH',
    'cac:AccountingCustomerParty/cac:Party/cac:PartyName/cbc:Name': 'Werkstatt AG Nord',
    'cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID': 'DE89370400440532013000',
    'cac:TaxTotal/cbc:TaxAmount': '56.87',
    'cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount': '473.00',
    'cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount': '529.87',
    'cac:LegalMonetaryTotal/cbc:PayableAmount': '529.87',
  }),
  ...ublLine(0, ['Sammelmappe A5', '20', '9.90', '19', '198.00']),
  ...ublLine(1, ['Quark Kirsche', '50', '5.50', '7', '275.00']),
};

describe('structured invoices', () => {
  test.each([
    ['CII of the second generation', SECOND],
    ['CII of the first generation', FIRST],
    ['UBL', UBL],
  ])('%s is read field by field', async (_syntax, values) => {
    expect(await ask(paper([[]], { fields: declared(values) }), schema)).toEqual(expected);
  });

  const attachment = {
    filename: 'factur-x.xml',
    mediaType: 'application/xml',
    sizeBytes: 1,
    document: paper([[]], { fields: declared(SECOND) }),
  };

  test('what the attached XML states is cited where it is printed, else in the XML', async () => {
    const printed = letter('Papierhaus GmbH', 'Rechnung Nr. 830417', 'Gesamt 529,87 EUR');
    const cells = await cellsFor(
      { ...printed, attachments: [attachment], language: 'de' },
      { invoice_number: 'string', total_gross: 'number', iban: 'string' },
    );
    expect(
      cells.map((cell) => [cell.value, cell.source, cell.citations[0].text, cell.citations[0].attachment]),
    ).toEqual(
      [
        ['830417', 'e-invoice', '830417', null],
        ['DE89370400440532013000', 'e-invoice', 'DE89370400440532013000', 'factur-x.xml'],
        [529.87, 'e-invoice', '529,87', null],
      ].sort(
        (a, b) =>
          ['830417', 529.87, 'DE89370400440532013000'].indexOf(a[0] ?? '') -
          ['830417', 529.87, 'DE89370400440532013000'].indexOf(b[0] ?? ''),
      ),
    );
  });

  test('the print fills what the XML leaves out', async () => {
    const printed = letter('Rechnung Nr. 830417', 'Kundennummer: KD7730418');
    expect(
      await ask({ ...printed, attachments: [attachment] }, { invoice_number: 'string', customer_number: 'string' }),
    ).toEqual({
      invoice_number: '830417',
      customer_number: 'KD7730418',
    });
  });

  test('an XML that is no invoice is no evidence of this kind', async () => {
    const cells = await cellsFor(paper([[]], { fields: declared({ 'order/ID': '17' }) }), { invoice_number: 'string' });
    expect(cells.filter((cell) => cell.source === 'e-invoice')).toEqual([]);
  });
});
