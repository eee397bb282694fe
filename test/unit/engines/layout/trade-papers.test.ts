import { expect, test } from 'vitest';
import { ask } from '../ask';
import { letter, paper } from '../paper';

const text = { type: 'string' };
const number = { type: 'number' };

test('a count of packages is the count, and no money', async () => {
  const note = letter('Pakbon 8841', 'Totaal aantal colli: 9');
  const price = { type: 'number', description: 'Total price of the goods' };
  const packages = { type: 'integer', description: 'Number of parcels' };
  expect(await ask(note, { properties: { packages, price } })).toEqual({ packages: 9, price: null });
  expect(await ask(note, { properties: { price } })).toEqual({ price: null });
});

test('whom goods go to is the recipient where no heading names another', async () => {
  const note = letter('Lieferschein 5512', '', 'Lieferanschrift', 'Gärtnerei Wiesenthal', 'Am Damm 7', '21073 Hamburg');
  const schema = { properties: { recipient_name: text, postal_code: text } };
  expect(await ask(note, schema)).toEqual({ recipient_name: 'Gärtnerei Wiesenthal', postal_code: '21073' });
});

test('a paper that names its supplier under a heading is the order of whom it is headed by', async () => {
  const order = paper([
    [
      [36, 36, 'Menuiserie Vautrin'],
      [36, 50, '8 rue du Port'],
      [36, 64, '44000 Nantes'],
      [36, 120, 'BON DE COMMANDE'],
      [36, 160, 'Fournisseur'],
      [36, 174, 'Bois Delmas SAS'],
      [36, 188, '3 avenue des Pins'],
      [36, 202, '33000 Bordeaux'],
    ],
  ]);
  const schema = { properties: { supplier_name: text, buyer_name: text } };
  expect(await ask(order, schema)).toEqual({ supplier_name: 'Bois Delmas SAS', buyer_name: 'Menuiserie Vautrin' });
});

test('a way to pay is read after the word for paying', async () => {
  const schema = { properties: { payment_method: text } };
  const bill = letter('Fattura 12', 'Pagamento: bonifico bancario 60 gg fine mese');
  expect(await ask(bill, schema)).toEqual({ payment_method: 'bonifico bancario' });
});

test('a number is read by the unit that is asked for, on the line of what is measured', async () => {
  const schema = { properties: { consumption_m3: number } };
  const bill = letter('Consumo de agua (31 m³) 40,10 €', 'Cuota fija 12,00 €');
  expect(await ask(bill, schema)).toEqual({ consumption_m3: 31 });
});

test('a person a statement is addressed to holds the account', async () => {
  const schema = { properties: { account_holder: text } };
  const statement = letter('CAISSE DU BOCAGE', 'Relevé de compte', 'Mme Odile Garancher', 'Solde au 31/05/2024 12,00');
  expect(await ask(statement, schema)).toEqual({ account_holder: 'Mme Odile Garancher' });
});

test("a tax id right under a party's address is that party's", async () => {
  const bill = paper([
    [
      [36, 36, 'Oleificio Serrani Srl'],
      [36, 50, 'Via Lunga 4 - 74100 Taranto - P.IVA 01234560731'],
      [330, 134, 'Bottega Arrighi Srl'],
      [330, 148, 'Via Roma 9'],
      [330, 162, '70121 Bari'],
      [330, 176, 'P.IVA 07654320725'],
    ],
  ]);
  const schema = { properties: { seller_vat: text, buyer_vat: text } };
  expect(await ask(bill, schema)).toEqual({ seller_vat: '01234560731', buyer_vat: '07654320725' });
});
