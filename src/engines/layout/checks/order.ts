import type { Check } from './sheet';

/** Pairs of days of which the first is not after the second. */
const IN_ORDER: readonly (readonly [earlier: string, later: string])[] = [
  ['invoice-date', 'due-date'],
  ['check-in', 'check-out'],
  ['flight-from', 'flight-to'],
  ['departure-time', 'arrival-time'],
];

/** What comes first is not later. */
export const dayOrder: Check = (sheet) =>
  IN_ORDER.flatMap(([first, second]) => {
    const [earlier, later] = [sheet.single(first), sheet.single(second)];
    if (typeof earlier?.value !== 'string' || typeof later?.value !== 'string' || earlier.value <= later.value)
      return [];
    const flag = { code: 'date-order', message: `${earlier.value} is after ${later.value}` };
    return [earlier, later].map((cell) => ({ cell, weight: 0.8, flag }));
  });
