import { isLuhn } from '../../values/identifiers';
import type { Check, Verdict } from './sheet';

/** Check digits of VAT identification numbers, where a country has an open rule for them. */
const RULES: Readonly<Record<string, (digits: string) => boolean>> = {
  /** ISO 7064 mod 11,10. */
  DE: (digits) => {
    let product = 10;
    for (const digit of digits.slice(0, 8)) {
      const sum = (Number(digit) + product) % 10;
      product = ((sum === 0 ? 10 : sum) * 2) % 11;
    }
    return digits.length === 9 && (11 - product) % 10 === Number(digits[8]);
  },
  IT: (digits) => digits.length === 11 && isLuhn(digits),
  /** The last two digits are 97 less the rest of the others. */
  BE: (digits) => digits.length === 10 && 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8)),
  PL: (digits) => digits.length === 10 && weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(digits[9]),
  PT: (digits) => {
    const rest = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    return digits.length === 9 && (rest < 2 ? 0 : 11 - rest) === Number(digits[8]);
  },
};

/** A VAT number whose check digit is right is surer; one whose digit is wrong is looked at, for papers have it wrong too. */
export const taxIdDigits: Check = (sheet) =>
  ['seller-vat-id', 'buyer-vat-id'].flatMap((concept): Verdict[] => {
    const cell = sheet.single(concept);
    const plain = typeof cell?.value === 'string' ? cell.value.replace(/[\s.-]/g, '') : '';
    const rule = RULES[plain.slice(0, 2)];
    if (cell === undefined || rule === undefined || !/^\d+$/.test(plain.slice(2))) return [];
    if (rule(plain.slice(2))) return [{ cell, weight: 1.5, flag: null }];
    const message = `the check digit of ${plain} is wrong`;
    return [{ cell, weight: 0.95, flag: { code: 'check-number', message } }];
  });

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);
}
