import { totalNamed } from './lexicon/total-words';
import type { PrintedLabel } from './printed-label';
import type { Question } from './question';
import type { ViewLine } from './view';

/** Words before the amount of a total, told by their classes: "Rechnungssumme ohne USt.", "Montant total net". */
export function totalLabel(line: ViewLine, questions: readonly Question[]): PrintedLabel[] {
  const end =
    /\s*[:=]?\s*(?:[A-Z]{3}\s*)?[-–(]?\s*[€$£]?\s*\d[\d.,' ]*(?:\s*(?:[€$£]|[A-Z]{3}))?\s*$/.exec(line.text)?.index ??
    line.text.length;
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
