import type { Cell } from '../../../schema/cell';
import { amountOf, CENT } from './amount';
import type { Check, Verdict } from './sheet';

/** Net and tax make the gross total. */
export const netTaxGross: Check = (sheet) => {
  const [net, tax, gross] = ['total-net', 'total-tax', 'total-gross'].map((concept) => sheet.single(concept));
  if (net === undefined || tax === undefined || gross === undefined) return [];
  const parts = [net, tax, gross];
  const off = Math.abs(amountOf(net) + amountOf(tax) - amountOf(gross));
  return off <= CENT
    ? support(parts)
    : doubt(parts, 0.85, `net ${net.value} and tax ${tax.value} do not make ${gross.value}`);
};

/** The amounts of the items make the net or the gross total; a discount or freight may stand between, so doubt is mild. */
export const itemsTotal: Check = (sheet) => {
  const amounts = sheet.rows.flatMap((row) => row.get('item-amount') ?? []);
  const totals = ['total-net', 'total-gross'].flatMap((concept) => sheet.single(concept) ?? []);
  if (amounts.length === 0 || totals.length === 0) return [];
  const sum = amounts.reduce((all, cell) => all + amountOf(cell), 0);
  const met = totals.find((total) => Math.abs(amountOf(total) - sum) <= CENT * amounts.length);
  if (met !== undefined) return support([met, ...amounts]);
  return doubt(totals.slice(0, 1), 0.95, `the items add up to ${Math.round(sum * 100) / 100}`);
};

/** Quantity times price is the amount of a row; a discount may stand between, so doubt is mild. */
export const rowProducts: Check = (sheet) =>
  sheet.rows.flatMap((row): Verdict[] => {
    const [quantity, price, amount] = ['item-quantity', 'item-unit-price', 'item-amount'].map((concept) =>
      row.get(concept),
    );
    if (quantity === undefined || price === undefined || amount === undefined) return [];
    const product = amountOf(quantity) * amountOf(price);
    if (Math.abs(product - amountOf(amount)) <= Math.max(CENT, Math.abs(product) * 0.002))
      return support([quantity, price, amount]);
    return doubt([amount], 0.93, `${quantity.value} x ${price.value} is not ${amount.value}`);
  });

function support(cells: readonly Cell[]): Verdict[] {
  return cells.map((cell) => ({ cell, weight: 1.5, flag: null }));
}

function doubt(cells: readonly Cell[], weight: number, message: string): Verdict[] {
  return cells.map((cell) => ({ cell, weight, flag: { code: 'sum-mismatch', message } }));
}
