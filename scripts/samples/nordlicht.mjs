import { openPaper } from './paper.mjs';

// German, labels above their values, line items in columns without a ruled line.
const values = {
  invoice_number: 'RE-10482',
  invoice_date: '2026-05-18',
  due_date: '2026-06-17',
  seller_name: 'Nordlicht Lampenbau GmbH',
  buyer_name: 'Hotel Seeblick Betriebs AG',
  currency: 'EUR',
  total_net: 2846.2,
  total_tax: 540.78,
  total_gross: 3386.98,
  iban: 'DE89370400440532013000',
  line_items: [
    { description: 'Pendelleuchte Ostsee, matt', quantity: 6, unit_price: 189.9, amount: 1139.4 },
    { description: 'Wandleuchte Förde', quantity: 12, unit_price: 74.5, amount: 894 },
    { description: 'Leuchtmittel LED 7 W', quantity: 40, unit_price: 6.32, amount: 252.8 },
    { description: 'Montage vor Ort', quantity: 8, unit_price: 62.5, amount: 500 },
    { description: 'Anfahrt pauschal', quantity: 1, unit_price: 60, amount: 60 },
  ],
};

// Written out instead of toLocaleString: a Node without full ICU would print English numbers.
function money(amount) {
  const [whole, cents] = amount.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`;
}

const right = { align: 'right' };

async function bytes() {
  const paper = await openPaper('Rechnung RE-10482', values.seller_name, new Date('2026-05-18T07:30:00Z'));
  paper.write('Rechnungssteller', 60, 60, { size: 8 });
  paper.write(values.seller_name, 60, 73, { strong: true, size: 11 });
  paper.write('Hafenstraße 3, 99999 Musterhafen', 60, 87);
  paper.write('Rechnungsempfänger', 60, 130, { size: 8 });
  paper.write(values.buyer_name, 60, 143, { size: 11 });
  paper.write('Uferweg 21', 60, 157);
  paper.write('99998 Musterstadt', 60, 171);

  paper.write('Rechnung', 60, 225, { size: 18, strong: true });
  const facts = [
    [60, 'Rechnungsnummer', values.invoice_number],
    [190, 'Rechnungsdatum', '18.05.2026'],
    [310, 'Fällig am', '17.06.2026'],
    [420, 'Kundennummer', '20771'],
  ];
  for (const [x, label, value] of facts) {
    paper.write(label, x, 252, { size: 8 });
    paper.write(value, x, 265);
  }

  const top = 310;
  paper.write('Pos.', 60, top, { strong: true });
  paper.write('Bezeichnung', 95, top, { strong: true });
  paper.write('Menge', 350, top, { strong: true, ...right });
  paper.write('Einzelpreis', 440, top, { strong: true, ...right });
  paper.write('Betrag', 535, top, { strong: true, ...right });
  for (const [index, item] of values.line_items.entries()) {
    const y = top + 20 + index * 18;
    paper.write(String(index + 1), 60, y);
    paper.write(item.description, 95, y);
    paper.write(String(item.quantity), 350, y, right);
    paper.write(money(item.unit_price), 440, y, right);
    paper.write(money(item.amount), 535, y, right);
  }

  const totals = [
    ['Nettobetrag', values.total_net],
    ['zzgl. 19 % MwSt.', values.total_tax],
    ['Gesamtbetrag', values.total_gross],
  ];
  for (const [index, [label, amount]] of totals.entries()) {
    const y = 450 + index * 18;
    paper.write(label, 350, y, { strong: index === 2 });
    paper.write(`${money(amount)} €`, 535, y, { strong: index === 2, ...right });
  }

  paper.write('Bitte überweisen Sie den Gesamtbetrag ohne Abzug bis zum Fälligkeitstag.', 60, 540);
  paper.write('Alle Beträge in EUR.', 60, 554);
  paper.write('Bankverbindung', 60, 760, { size: 8, strong: true });
  paper.write('IBAN DE89 3704 0044 0532 0130 00', 60, 772, { size: 8 });
  paper.write('BIC COBADEFFXXX', 60, 784, { size: 8 });
  paper.write('Nordlicht Lampenbau GmbH ist erfunden; diese Seite ist ein Muster.', 60, 810, { size: 7 });
  return paper.bytes();
}

export const nordlicht = { filename: 'nordlicht-rechnung.pdf', mediaType: 'application/pdf', values, bytes };
