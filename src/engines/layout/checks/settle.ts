import type { Cell } from '../../../schema/cell';
import type { ObjectNode } from '../../../schema/schema-node';
import { amountOf, CENT } from './amount';
import { sheetOf } from './sheet';

/** What a sum proves is this sure. */
const PROVEN = 0.86;

/**
 * Settles what only one reading can be: net and gross total that add up the other way round are exchanged, and an amount
 * of which one digit was misread is set right where quantity, price and the total of the items both say so. Cells keep
 * their order.
 */
export function settleBySums(schema: ObjectNode, cells: readonly Cell[]): readonly Cell[] {
  const changed = new Map([...exchanged(schema, cells), ...mended(schema, cells)]);
  return changed.size === 0 ? cells : cells.map((cell) => changed.get(cell) ?? cell);
}

function exchanged(schema: ObjectNode, cells: readonly Cell[]): [Cell, Cell][] {
  const sheet = sheetOf(schema, cells);
  const [net, tax, gross] = ['total-net', 'total-tax', 'total-gross'].map((concept) => sheet.single(concept));
  if (net === undefined || tax === undefined || gross === undefined || amountOf(tax) <= 0) return [];
  if (Math.abs(amountOf(gross) + amountOf(tax) - amountOf(net)) > CENT) return [];
  return [
    [net, { ...gross, path: net.path, confidence: PROVEN, filledBy: 'reread', flags: [] }],
    [gross, { ...net, path: gross.path, confidence: PROVEN, filledBy: 'reread', flags: [] }],
  ];
}

function mended(schema: ObjectNode, cells: readonly Cell[]): [Cell, Cell][] {
  const sheet = sheetOf(schema, cells);
  const rows = sheet.rows.flatMap((row) => {
    const [quantity, price, amount] = ['item-quantity', 'item-unit-price', 'item-amount'].map((id) => row.get(id));
    if (amount === undefined) return [];
    const product = quantity === undefined || price === undefined ? null : amountOf(quantity) * amountOf(price);
    return [{ amount, product }];
  });
  const off = rows.filter(({ amount, product }) => product !== null && Math.abs(product - amountOf(amount)) > CENT);
  const [wrong] = off;
  if (off.length !== 1 || wrong === undefined || wrong.product === null) return [];
  const right = Math.round(wrong.product * 100) / 100;
  const sum = rows.reduce((all, { amount }) => all + (amount === wrong.amount ? right : amountOf(amount)), 0);
  const totals = ['total-net', 'total-gross'].flatMap((concept) => sheet.single(concept) ?? []);
  const proven = totals.some((total) => Math.abs(amountOf(total) - sum) <= CENT * rows.length);
  if (!proven || !differInOneDigit(right, amountOf(wrong.amount))) return [];
  const message = `printed as ${wrong.amount.citations[0].text}; quantity, price and the total say ${right}`;
  const flags = [{ code: 'digit-mended', message }];
  return [[wrong.amount, { ...wrong.amount, value: right, confidence: PROVEN, filledBy: 'reread', flags }]];
}

function differInOneDigit(a: number, b: number): boolean {
  const [one, other] = [a.toFixed(2), b.toFixed(2)];
  return one.length === other.length && [...one].filter((digit, place) => digit !== other[place]).length === 1;
}
