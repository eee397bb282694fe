import { CENT } from '../checks/amount';
import type { Question } from '../question';
import type { Reading } from '../reading';

/** Readings of each amount that are tried together. */
const TRIED = 6;

/** What was given less what came back is what was paid: of several totals the one that this proves is raised. */
export function provenByChange(readings: readonly Reading[], questions: readonly Question[]): Reading[] {
  const of = (id: string): Reading[] =>
    readings
      .filter((one) => one.question.concept?.id === id && typeof one.value === 'number')
      .sort((a, b) => b.score - a.score)
      .slice(0, TRIED);
  const totals = questions.filter((question) => question.concept?.id === 'total-gross');
  const paid = of('cash-given').flatMap((cash) =>
    of('change-given').map((change) => Number(cash.value) - Number(change.value)),
  );
  const proves = (one: Reading): boolean => paid.some((sum) => sum > 0 && Math.abs(Number(one.value) - sum) < CENT);
  const named = readings.filter((one) => TOTALS.has(one.question.concept?.id ?? '') && proves(one));
  const raised = readings.map((one) =>
    one.question.concept?.id === 'total-gross' && proves(one)
      ? { ...one, score: one.score + (1 - one.score) * 0.7 }
      : one,
  );
  const moved = named.filter((one) => one.question.concept?.id !== 'total-gross');
  return [
    ...raised,
    ...totals.flatMap((question) => moved.map((one) => ({ ...one, question, score: 0.8, source: 'sum' }))),
  ];
}

/** What is to be paid is the total where nobody asks for it apart and no total, tax or net is greater. */
export function payableAsTotal(readings: readonly Reading[], questions: readonly Question[]): readonly Reading[] {
  const totals = questions.filter((question) => question.concept?.id === 'total-gross');
  if (questions.some((question) => question.concept?.id === 'amount-due' && question.path.length > 0)) return readings;
  const greatest = readings
    .filter((one) => one.question.concept?.id === 'total-gross' && typeof one.value === 'number')
    .reduce((most, one) => Math.max(most, Number(one.value)), 0);
  const payable = readings.filter(
    (one) => one.question.concept?.id === 'amount-due' && Number(one.value) >= Math.max(greatest, CENT),
  );
  return [
    ...readings,
    ...totals.flatMap((question) => payable.map((one) => ({ ...one, question, score: one.score * 0.92 }))),
  ];
}

/** Amounts that may be what was paid, under whatever label. */
const TOTALS = new Set(['total-gross', 'amount-due', 'total-net', 'net-booked']);
