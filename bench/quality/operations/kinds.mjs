/**
 * The kinds of documents of the sets as a person would name and describe them. Kinds of a set that differ only by how a
 * document came (`invoice-scan` is an invoice that was photographed, `csv` and `xlsx` are rows of data) are one here.
 */
const KINDS = [
  {
    name: 'invoice',
    description: 'A bill from a supplier that asks for payment, on paper or as electronic invoice',
    of: ['invoice', 'invoice-scan', 'einvoice', 'bill'],
    key: 'invoice number',
  },
  {
    name: 'receipt',
    description: 'A till receipt of a shop or restaurant, paid on the spot',
    of: ['receipt', 'receipt-scan'],
    key: 'receipt number',
  },
  {
    name: 'form',
    description: 'An office form with labelled blanks that somebody filled in, also fax cover sheets and memos',
    of: ['form', 'form-scan'],
  },
  {
    name: 'advertising_order',
    description: 'Orders, contracts and invoices of television and radio stations for advertising time',
    of: ['adbuy-form'],
    key: 'order number',
  },
  {
    name: 'order',
    description: 'Orders of goods and their confirmations',
    of: ['order'],
    key: 'order number',
  },
  { name: 'delivery_note', description: 'Comes with goods that are delivered', of: ['delivery-note'] },
  {
    name: 'contract',
    description: 'A legal agreement between parties, such as a non-disclosure agreement',
    of: ['contract'],
  },
  { name: 'statistics', description: 'Pages of a report with tables of figures', of: ['table'] },
  { name: 'resume', description: 'The curriculum vitae of a person', of: ['resume', 'resume-scan'] },
  {
    name: 'statement',
    description: 'A statement of a bank or broker about an account, or the purchase or sale of securities',
    of: ['statement'],
  },
  {
    name: 'data_export',
    description: 'A spreadsheet or CSV file with rows of data, such as the bookings of an account',
    of: ['csv', 'xlsx'],
  },
  { name: 'web_page', description: 'A saved web page, for instance a recipe or a restaurant', of: ['html'] },
  { name: 'email', description: 'An e-mail message', of: ['email'] },
];

/** The name of a document's kind; undefined: none of these. */
export const kindOf = ({ kind }) => KINDS.find(({ of }) => of.includes(kind))?.name;

/** The kinds of these documents: `{ name, description, key? }`. */
export function kindsOf(documents) {
  const held = new Set(documents.map(kindOf));
  return KINDS.filter(({ name }) => held.has(name)).map(({ name, description, key }) => ({ name, description, key }));
}
