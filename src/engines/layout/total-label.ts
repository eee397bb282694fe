import { totalNamed } from './lexicon/total-words';
import type { PrintedLabel } from './printed-label';
import type { Question } from './question';
import type { ViewLine } from './view';

/** Words before the amount of a total, told by their classes: "Rechnungssumme ohne USt.", "Montant total net". */
export function totalLabel(line: ViewLine, questions: readonly Question[]): PrintedLabel[] {
  const end = beforeAmount(line.text);
  const tokens = line.tokens.filter((token) => token.end <= end);
  const concept = totalNamed(tokens.map((token) => token.word).filter((word) => !/^\d+$/.test(word)));
  const [first] = tokens;
  const last = tokens.at(-1);
  if (concept === null || first === undefined || last === undefined || first.start > 3) return [];
  const answers = questions
    .filter((question) => question.concept?.id === concept)
    .map((question) => ({ question, weight: 0.9 }));
  const rest = /^[^\d\p{L}]*/u.exec(line.text.slice(last.end))?.[0].length ?? 0;
  return [
    {
      line,
      start: first.start,
      end: last.end + rest,
      answers,
      colon: /:/.test(line.text.slice(last.end, last.end + rest)),
      coverage: 1,
    },
  ];
}

/** Where the amount that a line ends with begins, with its colon, sign and currency; without one where the line ends. */
function beforeAmount(text: string): number {
  const amount = without(text, /(?:[€$£]|[A-Z]{3})$/);
  let start = amount.length;
  while (/[\d.,' ]/.test(amount.charAt(start - 1))) start -= 1;
  const digits = amount.slice(start).search(/\d/);
  if (digits < 0) return text.length;
  return [/[€$£]$/, /[-–(]$/, /[A-Z]{3}$/, /[:=]$/].reduce(without, amount.slice(0, start + digits)).length;
}

/** What stands before a piece at the end, and the blanks around that. */
const without = (text: string, piece: RegExp): string => text.trimEnd().replace(piece, '').trimEnd();
