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
  invoice_number: '471102',
  invoice_date: '2018-03-05',
  due_date: '2018-04-04',
  seller: { name: 'Lieferant GmbH', vat_id: 'DE123456789' },
  buyer: { name: 'Kunden AG Mitte' },
  currency: 'EUR',
  iban: 'DE88200800000970375700',
  total_net: 473,
  total_tax: 56.87,
  total_gross: 529.87,
  amount_due: 529.87,
  items: [
    { description: 'Trennblätter A4', quantity: 20, unit_price: 9.9, vat_rate: 19, amount: 198 },
    { description: 'Joghurt Banane', quantity: 50, unit_price: 5.5, vat_rate: 7, amount: 275 },
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
    ...below(`${root}/${head}`, { 'ram:ID': '471102', 'ram:IssueDateTime/udt:DateTimeString': '20180305' }),
    ...ciiLine(deal, 0, middle === 'Header' ? 'LineTrade' : 'SupplyChainTrade', rate, lineSummation, [
      'Trennblätter A4',
      '20.0000',
      '9.9000',
      '19.00',
      '198.00',
    ]),
    ...ciiLine(deal, 1, middle === 'Header' ? 'LineTrade' : 'SupplyChainTrade', rate, lineSummation, [
      'Joghurt Banane',
      '50.0000',
      '5.5000',
      '7.00',
      '275.00',
    ]),
    ...below(`${deal}/ram:Applicable${middle}TradeAgreement`, {
      'ram:SellerTradeParty/ram:Name': 'Lieferant GmbH',
      'ram:SellerTradeParty/ram:SpecifiedTaxRegistration/0/ram:ID': '201/113/40209',
      'ram:SellerTradeParty/ram:SpecifiedTaxRegistration/0/ram:ID/@schemeID': 'FC',
      'ram:SellerTradeParty/ram:SpecifiedTaxRegistration/1/ram:ID': 'DE123456789',
      'ram:SellerTradeParty/ram:SpecifiedTaxRegistration/1/ram:ID/@schemeID': 'VA',
      'ram:BuyerTradeParty/ram:Name': 'Kunden AG Mitte',
    }),
    ...below(`${deal}/ram:Applicable${middle}TradeSettlement`, {
      'ram:InvoiceCurrencyCode': 'EUR',
      'ram:SpecifiedTradeSettlementPaymentMeans/ram:PayeePartyCreditorFinancialAccount/ram:IBANID':
        'DE88200800000970375700',
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
    'cbc:ID': '471102',
    'cbc:IssueDate': '2018-03-05',
    'cbc:DueDate': '2018-04-04',
    'cbc:DocumentCurrencyCode': 'EUR',
    'cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID': 'DE123456789',
    'cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName': 'Lieferant GmbH',
    'cac:AccountingCustomerParty/cac:Party/cac:PartyName/cbc:Name': 'Kunden AG Mitte',
    'cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID': 'DE88200800000970375700',
    'cac:TaxTotal/cbc:TaxAmount': '56.87',
    'cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount': '473.00',
    'cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount': '529.87',
    'cac:LegalMonetaryTotal/cbc:PayableAmount': '529.87',
  }),
  ...ublLine(0, ['Trennblätter A4', '20', '9.90', '19', '198.00']),
  ...ublLine(1, ['Joghurt Banane', '50', '5.50', '7', '275.00']),
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
    const printed = letter('Lieferant GmbH', 'Rechnung Nr. 471102', 'Gesamt 529,87 EUR');
    const cells = await cellsFor(
      { ...printed, attachments: [attachment], language: 'de' },
      { invoice_number: 'string', total_gross: 'number', iban: 'string' },
    );
    expect(
      cells.map((cell) => [cell.value, cell.source, cell.citations[0].text, cell.citations[0].attachment]),
    ).toEqual(
      [
        ['471102', 'e-invoice', '471102', null],
        ['DE88200800000970375700', 'e-invoice', 'DE88200800000970375700', 'factur-x.xml'],
        [529.87, 'e-invoice', '529,87', null],
      ].sort(
        (a, b) =>
          ['471102', 529.87, 'DE88200800000970375700'].indexOf(a[0] ?? '') -
          ['471102', 529.87, 'DE88200800000970375700'].indexOf(b[0] ?? ''),
      ),
    );
  });

  test('the print fills what the XML leaves out', async () => {
    const printed = letter('Rechnung Nr. 471102', 'Kundennummer: GE2020211');
    expect(
      await ask({ ...printed, attachments: [attachment] }, { invoice_number: 'string', customer_number: 'string' }),
    ).toEqual({
      invoice_number: '471102',
      customer_number: 'GE2020211',
    });
  });

  test('an XML that is no invoice is no evidence of this kind', async () => {
    const cells = await cellsFor(paper([[]], { fields: declared({ 'order/ID': '17' }) }), { invoice_number: 'string' });
    expect(cells.filter((cell) => cell.source === 'e-invoice')).toEqual([]);
  });
});
