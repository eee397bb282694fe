import { writeXlsx } from 'hucre/xlsx';

// A spreadsheet: labels and values in neighbouring cells, real dates and numbers, one block of line items.
const values = {
  invoice_number: 'AK-77310',
  invoice_date: '2026-07-01',
  due_date: '2026-07-31',
  seller_name: 'Alpenhof Kräuter AG',
  buyer_name: 'Gasthaus zur Linde',
  currency: 'CHF',
  total_net: 762.8,
  total_tax: 19.83,
  total_gross: 782.63,
  iban: 'CH9300762011623852957',
  line_items: [
    { description: 'Bergminze, 1 kg', quantity: 8, unit_price: 34.5, amount: 276 },
    { description: 'Thymian getrocknet, 500 g', quantity: 12, unit_price: 21.9, amount: 262.8 },
    { description: 'Kräutersalz, Kiste', quantity: 4, unit_price: 56, amount: 224 },
  ],
};

const WRITTEN_AT = new Date('2026-07-01T06:00:00Z');
const date = (iso) => new Date(`${iso}T00:00:00Z`);

function rows() {
  return [
    ['Invoice'],
    [],
    ['Seller', values.seller_name, null, 'Invoice number', values.invoice_number],
    ['Buyer', values.buyer_name, null, 'Invoice date', date(values.invoice_date)],
    ['Currency', values.currency, null, 'Due date', date(values.due_date)],
    [],
    ['Description', 'Quantity', 'Unit price', 'Amount'],
    ...values.line_items.map((item) => [item.description, item.quantity, item.unit_price, item.amount]),
    [],
    [null, null, 'Total net', values.total_net],
    [null, null, 'VAT 2.6 %', values.total_tax],
    [null, null, 'Total gross', values.total_gross],
    [],
    ['IBAN', 'CH93 0076 2011 6238 5295 7'],
  ];
}

const bytes = () =>
  writeXlsx({
    properties: { title: 'Invoice AK-77310', created: WRITTEN_AT, modified: WRITTEN_AT },
    sheets: [{ name: 'Invoice', columns: [{ width: 28 }, { width: 26 }, { width: 14 }, { width: 16 }], rows: rows() }],
  });

export const alpenhof = {
  filename: 'alpenhof-invoice.xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  values,
  bytes,
};
