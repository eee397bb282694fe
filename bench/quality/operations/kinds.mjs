/**
 * The kinds of documents of the sets as a person would name and describe them. Kinds of a set that differ only by how a
 * document came (`invoice-scan` is an invoice that was photographed, `csv` and `xlsx` are rows of data) are one here.
 */
const KINDS = [
  {
    name: 'invoice',
    german: 'Rechnung',
    description: 'A bill from a supplier that asks for payment, on paper or as electronic invoice',
    of: ['invoice', 'invoice-scan', 'einvoice', 'bill'],
    key: 'invoice number',
  },
  {
    name: 'receipt',
    german: 'Kassenbon',
    description: 'A till receipt of a shop or restaurant, paid on the spot',
    of: ['receipt', 'receipt-scan'],
    key: 'receipt number',
  },
  {
    name: 'form',
    german: 'Formular',
    description: 'An office form with labelled blanks that somebody filled in, also fax cover sheets and memos',
    of: ['form', 'form-scan'],
  },
  {
    name: 'advertising_order',
    german: 'Werbeauftrag',
    description: 'Orders, contracts and invoices of television and radio stations for advertising time',
    of: ['adbuy-form'],
    key: 'order number',
  },
  {
    name: 'order',
    german: 'Bestellung',
    description: 'Orders of goods and their confirmations',
    of: ['order'],
    key: 'order number',
  },
  {
    name: 'delivery_note',
    german: 'Lieferschein',
    description: 'Comes with goods that are delivered',
    of: ['delivery-note'],
  },
  {
    name: 'contract',
    german: 'Vertrag',
    description: 'A legal agreement between parties, such as a non-disclosure agreement',
    of: ['contract'],
  },
  { name: 'statistics', german: 'Statistik', description: 'Pages of a report with tables of figures', of: ['table'] },
  {
    name: 'resume',
    german: 'Lebenslauf',
    description: 'The curriculum vitae of a person',
    of: ['resume', 'resume-scan'],
  },
  {
    name: 'statement',
    german: 'Kontoauszug',
    description: 'A statement of a bank or broker about an account, or the purchase or sale of securities',
    of: ['statement'],
  },
  {
    name: 'data_export',
    german: 'Datenexport',
    description: 'A spreadsheet or CSV file with rows of data, such as the bookings of an account',
    of: ['csv', 'xlsx'],
  },
  {
    name: 'web_page',
    german: 'Webseite',
    description: 'A saved web page, for instance a recipe or a restaurant',
    of: ['html'],
  },
  { name: 'email', german: 'E-Mail', description: 'An e-mail message', of: ['email'] },
];

/** The name of a document's kind; undefined: none of these. */
export const kindOf = ({ kind }) => KINDS.find(({ of }) => of.includes(kind))?.name;

/** The kinds of these documents: `{ name, german, description, key? }`; `german` is what they are called in German. */
export function kindsOf(documents) {
  const held = new Set(documents.map(kindOf));
  return KINDS.filter(({ name }) => held.has(name));
}
