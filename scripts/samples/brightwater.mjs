import { openPaper } from './paper.mjs';

// English, labels left of their values, line items in a ruled table.
const values = {
  invoice_number: 'BW-2026-0417',
  invoice_date: '2026-03-04',
  due_date: '2026-04-03',
  seller_name: 'Brightwater Tools Ltd',
  buyer_name: 'Fernhill Joinery Limited',
  currency: 'GBP',
  total_net: 1187.5,
  total_tax: 237.5,
  total_gross: 1425,
  iban: 'GB29NWBK60161331926819',
  line_items: [
    { description: 'Bench plane No. 5, iron sole', quantity: 4, unit_price: 96.5, amount: 386 },
    { description: 'Chisel set, bevel edge, 6 pieces', quantity: 6, unit_price: 74.25, amount: 445.5 },
    { description: 'Japanese pull saw 240 mm', quantity: 10, unit_price: 28.6, amount: 286 },
    { description: 'Delivery, next working day', quantity: 1, unit_price: 70, amount: 70 },
  ],
};

const money = (amount) => amount.toLocaleString('en-GB', { minimumFractionDigits: 2 });
const COLUMNS = [50, 300, 360, 450, 545];
const HEADINGS = ['Description', 'Qty', 'Unit price', 'Amount'];

function writeTable(paper, top) {
  const height = 20;
  const rows = [
    HEADINGS,
    ...values.line_items.map((item) => [
      item.description,
      String(item.quantity),
      money(item.unit_price),
      money(item.amount),
    ]),
  ];
  for (const [row, cells] of rows.entries()) {
    for (const [column, text] of cells.entries()) {
      const baseline = top + row * height + 14;
      if (column === 0) paper.write(text, COLUMNS[0] + 5, baseline, { strong: row === 0 });
      else paper.write(text, COLUMNS[column + 1] - 5, baseline, { strong: row === 0, align: 'right' });
    }
  }
  const bottom = top + rows.length * height;
  for (let row = 0; row <= rows.length; row++) paper.rule(50, top + row * height, 545, top + row * height);
  for (const x of COLUMNS) paper.rule(x, top, x, bottom);
  return bottom;
}

async function bytes() {
  const paper = await openPaper('Invoice BW-2026-0417', values.seller_name, new Date('2026-03-04T09:00:00Z'));
  paper.write('INVOICE', 545, 70, { size: 24, strong: true, align: 'right' });

  paper.write('From:', 50, 110, { strong: true });
  paper.write(values.seller_name, 95, 110);
  for (const [index, line] of ['Unit 7, Mill Lane', 'Sheffield S99 1ZZ'].entries()) {
    paper.write(line, 95, 124 + index * 14);
  }
  paper.write('Bill to:', 50, 176, { strong: true });
  paper.write(values.buyer_name, 95, 176);
  for (const [index, line] of ['12 Orchard Row', 'York YO99 2ZZ'].entries()) {
    paper.write(line, 95, 190 + index * 14);
  }

  const facts = [
    ['Invoice No:', values.invoice_number],
    ['Invoice date:', '4 March 2026'],
    ['Due date:', '3 April 2026'],
    ['Customer ref:', 'PO 88213'],
    ['Currency:', values.currency],
  ];
  for (const [index, [label, value]] of facts.entries()) {
    paper.write(label, 365, 110 + index * 16, { strong: true });
    paper.write(value, 455, 110 + index * 16);
  }

  const bottom = writeTable(paper, 250);
  const totals = [
    ['Subtotal', values.total_net],
    ['VAT 20%', values.total_tax],
    ['Total due', values.total_gross],
  ];
  for (const [index, [label, amount]] of totals.entries()) {
    paper.write(label, 365, bottom + 24 + index * 18, { strong: index === 2 });
    paper.write(`£${money(amount)}`, 540, bottom + 24 + index * 18, { strong: index === 2, align: 'right' });
  }

  paper.write('Payment details', 50, 520, { strong: true, size: 11 });
  paper.write('Please pay within 30 days by bank transfer, quoting the invoice number.', 50, 538);
  paper.write('IBAN:', 50, 556, { strong: true });
  paper.write(values.iban, 95, 556);
  paper.write('BIC:', 50, 572, { strong: true });
  paper.write('NWBKGB2L', 95, 572);
  paper.write('Brightwater Tools Ltd is an invented company; this page is a sample.', 50, 800, { size: 7.5 });
  return paper.bytes();
}

export const brightwater = { filename: 'brightwater-invoice.pdf', mediaType: 'application/pdf', values, bytes };
