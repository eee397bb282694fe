import type { Cell } from '../../../schema/cell';
import { amountOf, CENT } from './amount';
import type { Check, Sheet, Verdict } from './sheet';

/** Rate times base is the tax, of the whole invoice and of each row of its taxes. */
export const percentOfBase: Check = (sheet) => {
  const whole = ['tax-rate', 'total-net', 'total-tax'].map((concept) => sheet.single(concept));
  const rows = sheet.rows.map((row) => ['tax-row-rate', 'tax-row-base', 'tax-row-amount'].map((id) => row.get(id)));
  return [whole, ...rows].flatMap(([rate, base, tax]): Verdict[] => {
    if (rate === undefined || base === undefined || tax === undefined) return [];
    const cents = Math.max(CENT, Math.abs(amountOf(base)) * 0.0005);
    const holds = Math.abs((amountOf(base) * amountOf(rate)) / 100 - amountOf(tax)) <= cents;
    return holds ? [rate, base, tax].map((cell) => ({ cell, weight: 1.5, flag: null })) : [];
  });
};

/** A booking's amount leads from the balance before it to its own. Nothing is said where there are several rates or days. */
export const runningBalance: Check = (sheet) =>
  booked(sheet).flatMap((row, index, rows): Verdict[] => {
    const before = rows[index - 1];
    if (before === undefined) return [];
    const moved = amountOf(row.balance) - amountOf(before.balance);
    return Math.abs(moved - amountOf(row.amount)) <= CENT
      ? [row.amount, row.balance].map((cell) => ({ cell, weight: 1.5, flag: null }))
      : [];
  });

interface Booked {
  readonly amount: Cell;
  readonly balance: Cell;
}

function booked(sheet: Sheet): Booked[] {
  return sheet.rows.flatMap((row) => {
    const [amount, balance] = [row.get('transaction-amount'), row.get('balance')];
    return amount === undefined || balance === undefined ? [] : [{ amount, balance }];
  });
}
