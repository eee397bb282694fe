import { findNumbers } from '../../values/number';
import { CENT } from '../checks/amount';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View } from '../view';

const PARTS = ['total-net', 'total-tax', 'total-gross'] as const;
type Part = (typeof PARTS)[number];

/** No VAT is more than this share of the net amount. */
const HIGHEST_RATE = 0.4;
/** Readings of each part that are tried together. */
const TRIED = 8;

/**
 * Net, tax and gross prove each other: readings that add up are raised, and a part that no label names is found as the
 * printed number that completes the other two.
 */
export function agreeTotals(readings: readonly Reading[], questions: readonly Question[], view: View): Reading[] {
  return dueIsTotal(proven(readings, questions, view), questions);
}

function proven(readings: readonly Reading[], questions: readonly Question[], view: View): Reading[] {
  const of = (part: Part): Reading[] =>
    readings
      .filter((one) => one.question.concept?.id === part && typeof one.value === 'number')
      .sort((a, b) => b.score - a.score)
      .slice(0, TRIED);
  const [nets, taxes, grosses] = [
    of('total-net'),
    of('total-tax'),
    [...of('total-gross'), ...dueAsTotal(readings, questions)],
  ];
  let best: { readonly parts: readonly Reading[]; readonly score: number } | null = null;
  for (const gross of grosses) {
    for (const net of nets) {
      for (const tax of taxes) {
        const score = net.score + tax.score + gross.score;
        if (tax.value !== 0 && addsUp(net, tax, gross) && score > (best?.score ?? 0))
          best = { parts: [net, tax, gross], score };
      }
    }
  }
  if (best !== null) {
    const sure = new Set(best.parts.map((one) => `${one.question.concept?.id} ${one.value}`));
    const added = best.parts.filter((one) => !readings.includes(one));
    return [...readings, ...added].map((one) =>
      sure.has(`${one.question.concept?.id} ${one.value}`) ? { ...one, score: one.score + (1 - one.score) * 0.6 } : one,
    );
  }
  return [...readings, ...completed(nets[0], taxes[0], grosses[0], questions, view)];
}

/** An amount due that net and tax make is the total too, where no label says so. */
function dueAsTotal(readings: readonly Reading[], questions: readonly Question[]): Reading[] {
  const gross = questions.find((question) => question.concept?.id === 'total-gross');
  if (gross === undefined) return [];
  return readings
    .filter((one) => one.question.concept?.id === 'amount-due' && typeof one.value === 'number')
    .sort((a, b) => b.score - a.score)
    .slice(0, TRIED)
    .map((one) => ({ ...one, question: gross, score: one.score * 0.7 }));
}

/** Where no amount due is labelled and nothing was paid before, the total is what is due. */
function dueIsTotal(readings: readonly Reading[], questions: readonly Question[]): Reading[] {
  const best = readings
    .filter((one) => one.question.concept?.id === 'total-gross')
    .sort((a, b) => b.score - a.score)[0];
  const paid = readings.some((one) => one.question.concept?.id === 'paid-amount' && one.value !== 0 && one.score > 0.5);
  if (best === undefined || paid) return [...readings];
  const due = questions.filter((question) => question.concept?.id === 'amount-due');
  return [
    ...readings,
    ...due.map((question): Reading => ({ ...best, question, score: best.score * 0.55, source: 'sum' })),
  ];
}

function addsUp(net: Reading, tax: Reading, gross: Reading): boolean {
  const [base, added, whole] = [Number(net.value), Number(tax.value), Number(gross.value)];
  return whole !== 0 && Math.abs(added) <= Math.abs(base) * HIGHEST_RATE && Math.abs(base + added - whole) < CENT;
}

function completed(
  net: Reading | undefined,
  tax: Reading | undefined,
  gross: Reading | undefined,
  questions: readonly Question[],
  view: View,
): Reading[] {
  const missing = (part: Part): Question[] => questions.filter((question) => question.concept?.id === part);
  const proposals: { questions: Question[]; value: number; trust: number }[] = [];
  if (net === undefined && tax !== undefined && gross !== undefined)
    proposals.push({
      questions: missing('total-net'),
      value: Number(gross.value) - Number(tax.value),
      trust: Math.min(tax.score, gross.score),
    });
  if (tax === undefined && net !== undefined && gross !== undefined)
    proposals.push({
      questions: missing('total-tax'),
      value: Number(gross.value) - Number(net.value),
      trust: Math.min(net.score, gross.score),
    });
  if (gross === undefined && net !== undefined && tax !== undefined)
    proposals.push({
      questions: missing('total-gross'),
      value: Number(net.value) + Number(tax.value),
      trust: Math.min(net.score, tax.score),
    });
  return proposals.flatMap(({ questions: open, value, trust }) =>
    Math.abs(value) < CENT ? [] : open.flatMap((question) => printedAs(question, value, trust * 0.85, view)),
  );
}

function printedAs(question: Question, value: number, score: number, view: View): Reading[] {
  for (const line of [...view.lines].reverse()) {
    const match = findNumbers(line.text, view.locale).find(
      (one) => Math.abs(one.value - value) < 0.005 && !one.percent,
    );
    if (match !== undefined) {
      return [
        {
          question,
          value: match.value,
          span: spanOfLine(line.page, line.line, match.start, match.end),
          score,
          source: 'sum',
          flags: [],
        },
      ];
    }
  }
  return [];
}
