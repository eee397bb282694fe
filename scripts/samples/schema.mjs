const text = (description) => ({ type: 'string', description });
const date = (description) => ({ type: 'string', format: 'date', description });
const number = (description) => ({ type: 'number', description });

const properties = {
  invoice_number: text('Number of the invoice'),
  invoice_date: date('Date of issue'),
  due_date: date('Date by which it is to be paid'),
  seller_name: text('Company that sells and sends the invoice'),
  buyer_name: text('Company that buys and is billed'),
  currency: text('ISO 4217 currency code'),
  total_net: number('Total before tax'),
  total_tax: number('Value added tax'),
  total_gross: number('Total to pay, tax included'),
  iban: text('IBAN of the account to pay to'),
  line_items: {
    type: 'array',
    description: 'Goods and services billed',
    items: {
      type: 'object',
      properties: {
        description: text('What was sold'),
        quantity: number('How many'),
        unit_price: number('Price of one'),
        amount: number('Price of the line'),
      },
    },
  },
};

/** What the demo asks of every sample. */
export const invoiceSchema = { title: 'Invoice', type: 'object', properties, required: Object.keys(properties) };
