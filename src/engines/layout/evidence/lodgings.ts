import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View } from '../view';

/** Words that places to stay call themselves by, and the capitalised words beside them. */
const WORD = "[\\p{Lu}\\d][\\p{L}\\d&.'’-]*";
const KIND =
  '(?:Hotel|Hôtel|Hostel|Hostal|Pension|Pensione|Inn|Motel|Resort|Lodge|Suites|Apartments|Aparthotel|Gasthof|Gasthaus|Guesthouse|Auberge|Albergo|Agriturismo|Residence|Résidence|Parador|Posada|Herberg|B&B|Palace)';
const NAME = new RegExp(
  `(?<![\\p{L}])(?:(?:${WORD} ){0,3}${KIND}(?: (?:de|du|des|la|le|am|an der|zum|zur|del|di|van|the|at|&)(?= \\p{Lu})| ${WORD}){0,4})(?![\\p{L}])`,
  'gu',
);
const ALONE = new RegExp(`^${KIND}$`, 'u');

/** Evidence: the name that holds a word for a place to stay; said more than once it is surer. */
export function lodgingReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter((question) => question.concept?.id === 'hotel-name');
  if (asked.length === 0) return [];
  const found = view.lines.flatMap((line) =>
    [...line.text.matchAll(NAME)]
      .map((match) => ({ line, start: match.index, text: match[0].trim().replace(/[.'’-]+$/u, '') }))
      .filter((one) => !ALONE.test(one.text) && one.text.length < 60),
  );
  const counts = new Map<string, number>();
  for (const { text } of found) counts.set(text, (counts.get(text) ?? 0) + 1);
  return asked.flatMap((question) =>
    found.map(({ line, start, text }) => ({
      question,
      value: text,
      span: spanOfLine(line.page, line.line, start, start + text.length),
      score: Math.min(0.72, 0.5 + 0.08 * (counts.get(text) ?? 0)),
      source: 'pattern',
      flags: [],
    })),
  );
}
