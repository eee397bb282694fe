import { headerOf } from '../mail-header';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View } from '../view';

/** Who sees patients. */
const SEES = new Set('doctor physician dentist practitioner therapist specialist surgeon professional'.split(' '));
const DOCTOR =
  /(?<!\p{L})(?:(?:Prof|PD)\.? )?(?:Dr|Dra|Dott|Dott\.ssa|Drs)\.?(?: (?:med|dent|phil)\.?)* \p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’-]+){0,2}/gu;

/** Evidence: a doctor is called so before the name. */
export function titledPeopleReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter(
    (question) => question.kind === 'name' && question.phrases.flat().some((word) => SEES.has(word)),
  );
  if (asked.length === 0) return [];
  return view.lines.flatMap((line) => {
    if (headerOf(line, view) !== null) return [];
    return [...line.text.matchAll(DOCTOR)].flatMap((match) => {
      const value = match[0].replace(/\.$/, '');
      const span = spanOfLine(line.page, line.line, match.index, match.index + value.length);
      return asked.map((question) => ({ question, value, span, score: 0.56, source: 'pattern', flags: [] }));
    });
  });
}
