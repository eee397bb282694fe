import { describe, expect, test } from 'vitest';
import { nameTokens, phraseKey, tokens } from '../../../../src/engines/layout/lexicon/tokens';
import { totalNamed } from '../../../../src/engines/layout/lexicon/total-words';
import { questionsOf } from '../../../../src/engines/layout/question';
import { arrayQuestion } from '../../../../src/engines/layout/tables/array-question';
import { schemaOf } from '../ask';

function meanings(definition: unknown): (string | undefined)[] {
  return questionsOf(schemaOf(definition)).map((question) => question.concept?.id);
}

describe('what a field means', () => {
  test.each([
    ['invoice_number', 'string', '', 'invoice-number'],
    ['invoiceNumber', 'string', 'The number of the invoice', 'invoice-number'],
    ['no', 'string', 'invoice no.', 'invoice-number'],
    ['issueDate', 'date', 'Issue date', 'invoice-date'],
    ['date', 'date', '', 'invoice-date'],
    ['payable_by', 'date', '', 'due-date'],
    ['due_date', 'date', 'Date by which the invoice has to be paid', 'due-date'],
    ['vendor', 'string', '', 'seller-name'],
    ['bill_to', 'string', '', 'buyer-name'],
    ['customer_tax_id', 'string', 'VAT / tax id of the customer', 'buyer-vat-id'],
    ['seller_vat_id', 'string', 'VAT ID of the seller', 'seller-vat-id'],
    ['po_number', 'string', '', 'order-number'],
    ['total_net', 'number', 'Total without tax', 'total-net'],
    ['net_amount', 'number', 'Amount debited in total', 'net-booked'],
    ['balance_due', 'number', '', 'amount-due'],
    ['iban', 'string', '', 'iban'],
    ['swift_bic', 'string', 'BIC / SWIFT code of the bank', 'bic'],
    ['tracking_number', 'string', 'Parcel tracking number', 'tracking-number'],
    ['jurisdiction', 'string', 'State or country whose law governs the agreement', 'governing-law'],
    ['favourite_colour', 'string', 'Colour the buyer likes', undefined],
    ['paid', 'boolean', '', undefined],
  ])('%s (%s, "%s") asks for %s', (name, type, description, concept) => {
    expect(meanings({ fields: [{ name, type, description }] })).toEqual([concept]);
  });

  test('the object around a field says whose it is', () => {
    expect(
      meanings({
        supplier: { name: 'string', vatNumber: 'string' },
        customer: { name: 'string', vatNumber: 'string' },
      }),
    ).toEqual(['seller-name', 'seller-vat-id', 'buyer-name', 'buyer-vat-id']);
  });

  test('columns of items have meanings of their own', () => {
    const node = schemaOf({
      items: [{ title: 'string', qty: 'number', price: 'number', lineTotal: 'number', taxPercent: 'number' }],
    }).properties.get('items');
    if (node?.kind !== 'array') throw new Error('no array');
    expect(arrayQuestion(['items'], node).properties.map((property) => property.concept?.id)).toEqual([
      'item-description',
      'item-quantity',
      'item-unit-price',
      'item-amount',
      'item-tax-rate',
    ]);
  });
});

describe('words of labels', () => {
  test.each([
    ['Rechnungs-Nr.', 'Rechnungsnummer'],
    ['N° de facture', 'numéro facture'],
    ['VAT total', 'Total of VAT'],
    ['Faktura nr', 'faktura nummer'],
    ['E-Mail', 'email'],
    ['Währung', 'Waehrung'],
    ['Supplier name', 'Name of the vendor'],
  ])('"%s" is "%s"', (one, other) => {
    expect(phraseKey(tokens(one))).toBe(phraseKey(tokens(other)));
  });
  test.each([
    ['Bill to', 'Bill'],
    ['Rechnung an', 'Rechnung'],
    ['Net total', 'Gross total'],
  ])('"%s" is not "%s"', (one, other) => {
    expect(phraseKey(tokens(one))).not.toBe(phraseKey(tokens(other)));
  });
  test('splits names of every spelling', () => {
    expect(nameTokens('totalGrossEUR')).toEqual(['total', 'gross', 'eur']);
    expect(nameTokens('unit_price')).toEqual(['unit', 'price']);
  });
  test.each([
    ['Rechnungssumme ohne USt.', 'total-net'],
    ['Montant total net', 'total-net'],
    ['Total HT', 'total-net'],
    ['Gross Total Amount', 'total-gross'],
    ['Summe inkl. MwSt.', 'total-gross'],
    ['Value added tax', 'total-tax'],
    ['Total due', 'amount-due'],
    ['Line total', null],
    ['Total', null],
    ['Total number of pages', null],
  ])('"%s" names %s', (label, concept) => {
    expect(totalNamed(tokens(label))).toBe(concept);
  });
});
