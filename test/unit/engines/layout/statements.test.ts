import { expect, test } from 'vitest';
import { ask } from '../ask';
import { letter, paper } from '../paper';

const number = { type: 'number' };
const text = { type: 'string' };

const BOOKINGS = paper([
  [
    [36, 36, 'Date'],
    [120, 36, 'Libellé'],
    [330, 36, 'Débit'],
    [430, 36, 'Crédit'],
    [120, 50, 'SOLDE AU 30/04/2024'],
    [430, 50, '310,20'],
    [36, 64, '03/05'],
    [120, 64, 'VIR LOYER DUBREUIL'],
    [430, 64, '640,00'],
    [36, 78, '09/05'],
    [120, 78, 'PRLV ASSURANCE'],
    [330, 78, '41,50'],
    [120, 92, 'TOTAL DES MOUVEMENTS'],
    [330, 92, '41,50'],
    [430, 92, '640,00'],
    [120, 106, 'SOLDE AU 31/05/2024'],
    [430, 106, '908,70'],
  ],
]);

test('of two balances with their days the earlier is what a statement begins with, the later what it ends with', async () => {
  const schema = { properties: { opening_balance: number, closing_balance: number } };
  expect(await ask(BOOKINGS, schema)).toEqual({ opening_balance: 310.2, closing_balance: 908.7 });
});

test('the total of the bookings is read below the column it sums up', async () => {
  const schema = { properties: { total_debits: number, total_credits: number } };
  expect(await ask(BOOKINGS, schema)).toEqual({ total_debits: 41.5, total_credits: 640 });
});

test('a number and then a name is how many there are of which security', async () => {
  const schema = { properties: { shares: number, security_name: text } };
  const sale = letter('Wertpapierabrechnung Verkauf', 'Stück 42 MOORLAND ENERGIE AG', 'Kurs 12,40 EUR');
  expect(await ask(sale, schema)).toEqual({ shares: 42, security_name: 'MOORLAND ENERGIE AG' });
  const held = letter('Dividendenabrechnung', 'Bestand 75 Namenaktien Talbahn Holding N', 'Zahltag 02.05.2024');
  expect(await ask(held, schema)).toEqual({ shares: 75, security_name: 'Talbahn Holding N' });
});

test('a gross dividend of each share is the dividend per share', async () => {
  const schema = { properties: { dividendPerShare: number } };
  const note = letter('Bruttodividende pro Aktie CHF 1.15', 'Bruttobetrag CHF 86.25');
  expect(await ask(note, schema)).toEqual({ dividendPerShare: 1.15 });
});

test('abbreviated labels are read as the words they stand for', async () => {
  const schema = { properties: { customerNumber: text, invoiceNumber: text } };
  const bill = letter('Kd.-Nr.: 60317', 'Rg.-Nr.: 24-118');
  expect(await ask(bill, schema)).toEqual({ customerNumber: '60317', invoiceNumber: '24-118' });
});

test("the buyer's own reference is the purchase order where no other number is one", async () => {
  const schema = { properties: { po_number: { type: 'string', description: 'Purchase order reference' } } };
  expect(await ask(letter('Invoice No. 771', 'Your ref: PO-5521'), schema)).toEqual({ po_number: 'PO-5521' });
});

test('a text that shares one word with the name of an amount is no amount', async () => {
  const schema = { properties: { market: text } };
  expect(await ask(letter('Principal 2,310.00'), schema)).toEqual({ market: null });
});

test('a person who is named with a title on a line alone holds the account, in any language', async () => {
  const statement = letter('BANCO DEL PUERTO', 'Extracto de cuenta', 'Doña Elvira Montalbán Ruiz', 'Saldo 12,00');
  expect(await ask(statement, { properties: { account_holder: text } })).toEqual({
    account_holder: 'Doña Elvira Montalbán Ruiz',
  });
});
