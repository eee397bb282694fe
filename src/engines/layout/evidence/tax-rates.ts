import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View } from '../view';

/** "19 % MwSt.", "Sales Tax (8.5%)", "TVA 20 %": the rate stands beside the word for the tax. */
const TAX = '(?:sales tax|tax|vat|gst|mwst|ust|mehrwertsteuer|umsatzsteuer|tva|iva|btw|dph|áfa|ptu)';
const RATE = '(\\d{1,2}(?:[.,]\\d{1,3})?) ?%';
const SHAPES: readonly RegExp[] = [
  new RegExp(`(?<!\\p{L})${TAX}\\.?(?!\\p{L})[^\\d%]{0,14}${RATE}`, 'diu'),
  new RegExp(`(?<![\\d.,])${RATE}[^\\d%\\p{L}]{0,4}${TAX}(?!\\p{L})`, 'diu'),
];

/** Evidence: a percentage right beside the name of a tax. Where several rates are printed the first is less sure. */
export function taxRateReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter((question) => question.concept?.id === 'tax-rate');
  if (asked.length === 0) return [];
  const found = view.lines.flatMap((line) =>
    SHAPES.flatMap((shape) => {
      const place = line.text.length > 200 ? undefined : shape.exec(line.text)?.indices?.[1];
      if (place === undefined) return [];
      const printed = line.text.slice(...place);
      return [{ line, place, value: Number(printed.replace(',', '.')) }];
    }),
  );
  const rates = new Set(found.map((one) => one.value)).size;
  return asked.flatMap((question) =>
    found.map(({ line, place: [start, end], value }) => ({
      question,
      value: question.node.type === 'string' ? line.text.slice(start, end) : value,
      span: spanOfLine(line.page, line.line, start, end),
      score: rates === 1 ? 0.82 : 0.5,
      source: 'pattern',
      flags: [],
    })),
  );
}
