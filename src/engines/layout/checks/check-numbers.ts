import { isIban } from '../../values/identifiers';
import type { Check } from './sheet';

/** An IBAN carries its own check number (ISO 13616). */
export const ibanChecks: Check = (sheet) => {
  const iban = sheet.single('iban');
  if (typeof iban?.value !== 'string') return [];
  if (isIban(iban.value)) return [{ cell: iban, weight: 1.5, flag: null }];
  return [
    { cell: iban, weight: 0.75, flag: { code: 'check-number', message: 'the check number of this IBAN is wrong' } },
  ];
};
