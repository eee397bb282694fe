import { expect, test } from 'vitest';
import { ask } from '../ask';
import { declared, paper } from '../paper';

const UBL = {
  'Invoice/cbc:ID': 'A-17',
  'Invoice/cbc:IssueDate': '2024-02-01',
  'Invoice/cbc:BuyerReference': '04011000-12345-03',
  'Invoice/cac:InvoicePeriod/cbc:StartDate': '2024-01-01',
  'Invoice/cac:InvoicePeriod/cbc:EndDate': '2024-01-31',
  'Invoice/cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:StreetName': 'Am Hang 3',
  'Invoice/cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:CityName': 'Ulm',
  'Invoice/cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:PostalZone': '89073',
  'Invoice/cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cac:Country/cbc:IdentificationCode': 'DE',
  'Invoice/cac:AllowanceCharge/0/cbc:AllowanceChargeReason': 'Treuerabatt',
  'Invoice/cac:AllowanceCharge/0/cbc:Amount': '10.00',
  'Invoice/cac:AllowanceCharge/1/cbc:AllowanceChargeReason': 'Fracht',
  'Invoice/cac:AllowanceCharge/1/cbc:Amount': '4.50',
  'Invoice/cac:TaxTotal/cbc:TaxAmount': '26.70',
  'Invoice/cac:TaxTotal/cac:TaxSubtotal/0/cbc:TaxableAmount': '100.00',
  'Invoice/cac:TaxTotal/cac:TaxSubtotal/0/cbc:TaxAmount': '19.00',
  'Invoice/cac:TaxTotal/cac:TaxSubtotal/0/cac:TaxCategory/cbc:Percent': '19',
  'Invoice/cac:TaxTotal/cac:TaxSubtotal/1/cbc:TaxableAmount': '110.00',
  'Invoice/cac:TaxTotal/cac:TaxSubtotal/1/cbc:TaxAmount': '7.70',
  'Invoice/cac:TaxTotal/cac:TaxSubtotal/1/cac:TaxCategory/cbc:Percent': '7',
  'Invoice/cac:InvoiceLine/cbc:ID': '1',
  'Invoice/cac:InvoiceLine/cbc:InvoicedQuantity': '3',
  'Invoice/cac:InvoiceLine/cbc:InvoicedQuantity/@unitCode': 'HUR',
  'Invoice/cac:InvoiceLine/cbc:LineExtensionAmount': '215.50',
  'Invoice/cac:InvoiceLine/cac:Item/cbc:Name': 'Beratung',
};

test('a structured invoice states its taxes, its allowances, its period and its addresses', async () => {
  const schema = {
    invoice_number: 'string',
    buyer_reference: 'string',
    period_start: 'date',
    period_end: 'date',
    seller: { address: 'string' },
    items: [{ name: 'string', quantity: 'number', unit: 'string', total: 'number' }],
    vat_breakdown: [{ rate: 'number', net_amount: 'number', tax_amount: 'number' }],
    allowances: [{ reason: 'string', amount: 'number' }],
  };
  expect(await ask(paper([[]], { fields: declared(UBL) }), schema)).toEqual({
    invoice_number: 'A-17',
    buyer_reference: '04011000-12345-03',
    period_start: '2024-01-01',
    period_end: '2024-01-31',
    seller: { address: 'Am Hang 3, 89073 Ulm, DE' },
    items: [{ name: 'Beratung', quantity: 3, unit: 'HUR', total: 215.5 }],
    vat_breakdown: [
      { rate: 19, net_amount: 100, tax_amount: 19 },
      { rate: 7, net_amount: 110, tax_amount: 7.7 },
    ],
    allowances: [
      { reason: 'Treuerabatt', amount: 10 },
      { reason: 'Fracht', amount: 4.5 },
    ],
  });
});

test('an order of either syntax has its own number, day and lines', async () => {
  const schema = { order_number: 'string', order_date: 'date', items: [{ description: 'string', quantity: 'number' }] };
  const ubl = {
    'Order/cbc:ID': 'PO-9',
    'Order/cbc:IssueDate': '2024-05-02',
    'Order/cac:OrderLine/0/cac:LineItem/cbc:ID': '1',
    'Order/cac:OrderLine/0/cac:LineItem/cbc:Quantity': '12',
    'Order/cac:OrderLine/0/cac:LineItem/cac:Item/cbc:Name': 'Lamp',
    'Order/cac:OrderLine/1/cac:LineItem/cbc:ID': '2',
    'Order/cac:OrderLine/1/cac:LineItem/cbc:Quantity': '4',
    'Order/cac:OrderLine/1/cac:LineItem/cac:Item/cbc:Name': 'Shade',
  };
  const root = 'rsm:SCRDMCCBDACIOMessageStructure';
  const line = `${root}/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem`;
  const cii = {
    [`${root}/rsm:ExchangedDocument/ram:ID`]: 'PO-9',
    [`${root}/rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString`]: '20240502',
    [`${line}/0/ram:SpecifiedTradeProduct/ram:Name`]: 'Lamp',
    [`${line}/0/ram:SpecifiedLineTradeDelivery/ram:RequestedQuantity`]: '12',
    [`${line}/1/ram:SpecifiedTradeProduct/ram:Name`]: 'Shade',
    [`${line}/1/ram:SpecifiedLineTradeDelivery/ram:RequestedQuantity`]: '4',
  };
  const expected = {
    order_number: 'PO-9',
    order_date: '2024-05-02',
    items: [
      { description: 'Lamp', quantity: 12 },
      { description: 'Shade', quantity: 4 },
    ],
  };
  expect(await ask(paper([[]], { fields: declared(ubl) }), schema)).toEqual(expected);
  expect(await ask(paper([[]], { fields: declared(cii) }), schema)).toEqual(expected);
});
