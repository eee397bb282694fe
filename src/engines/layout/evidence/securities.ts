import { findIsins } from '../../values/identifiers';
import { answersIn } from '../answer-text';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

/** Evidence: the name before, the quantity before that and the national number beside an ISIN, as statements set them on one line. */
export function securityReadings(view: View, questions: readonly Question[]): Reading[] {
  const names = questions.filter((question) => question.concept?.id === 'security-name');
  const numbers = questions.filter((question) => question.concept?.id === 'wkn');
  const counts = questions.filter((question) => question.concept?.id === 'shares');
  if (names.length + numbers.length + counts.length === 0) return [];
  return view.lines.flatMap((line) =>
    findIsins(line.text).flatMap((isin): Reading[] => {
      const before = line.text.slice(0, isin.start).replace(/[\s(:/-]*(?:ISIN)?[\s(:/-]*$/iu, '');
      const lead =
        /^.*?\b(?:Kauf|Verkauf|Achat|Vente|Compra|Venta|Acquisto|Vendita|Buy|Sell|Stk\.?|St\.)\s+|^\d+(?:[.,]\d+)?\s+/iu.exec(
          before,
        )?.[0].length ?? 0;
      const name = before.slice(lead);
      const count = /^\s*\d[\d.,]*(?=\s)/u.exec(before);
      const after = /^[\s)/(]*(?:WKN:?\s*)?([A-Z\d]{6})(?![A-Z\d])/u.exec(line.text.slice(isin.end));
      const found: Reading[] = /\p{L}{3}/u.test(before) ? [] : namedAbove(line, view, names);
      if (/\p{L}{2}/u.test(name) && name.trim().length > 3 && !/:\s*$|code|isin|wkn/iu.test(name)) {
        for (const question of names) {
          found.push({
            question,
            value: name.trim(),
            span: spanOfLine(line.page, line.line, lead, lead + name.length),
            score: count === null ? 0.66 : 0.9,
            source: 'pattern',
            flags: [],
          });
        }
      }
      if (count !== null && /\p{L}{2}/u.test(name)) found.push(...countedBefore(line, count[0], view, counts));
      if (after?.[1] !== undefined && /\d/.test(after[1])) {
        const start = isin.end + after[0].length - 6;
        for (const question of numbers) {
          found.push({
            question,
            value: after[1],
            span: spanOfLine(line.page, line.line, start, start + 6),
            score: 0.7,
            source: 'pattern',
            flags: [],
          });
        }
      }
      return found;
    }),
  );
}

/** How many of it were traded, as the number before its name. */
function countedBefore(line: ViewLine, count: string, view: View, questions: readonly Question[]): Reading[] {
  return questions.flatMap((question) =>
    answersIn(question, count, view.locale).map(
      ({ value, start, end, flags }): Reading => ({
        question,
        value,
        span: spanOfLine(line.page, line.line, start, end),
        score: 0.66,
        source: 'pattern',
        flags,
      }),
    ),
  );
}

/** A security's name on the line above its ISIN. */
function namedAbove(line: ViewLine, view: View, names: readonly Question[]): Reading[] {
  const row = view.rows[line.row.index - 1];
  const above = row?.lines.filter((other) => /\p{L}{3}/u.test(other.text)).at(-1);
  if (above === undefined || above.page !== line.page || above.box.y + above.box.height < line.box.y - line.box.height)
    return [];
  if (/:\s*$|\bISIN\b|\bWKN\b/iu.test(above.text)) return [];
  const lead = /^\d[\d.,]*\s+(?:x\s+)?/u.exec(above.text)?.[0].length ?? 0;
  const span = spanOfLine(above.page, above.line, lead, above.text.length);
  return names.map((question) => ({ question, value: span.text, span, score: 0.58, source: 'pattern', flags: [] }));
}
