import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View } from '../view';

const PLACE = /\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|du|am|an|der|la|le)){0,4}(?: \([A-Z]{3}\))?/u.source;
/** "Leeds (LDS) -> Carlisle (CAR)": a place, an arrow, a place, and nothing else of words. */
const ARROW = new RegExp(`(?:^|[\\s:])(?<from>${PLACE}) ?(?:->|→|➔|➝|⟶|»|–>|=>) ?(?<to>${PLACE})(?=$|[\\s,.;])`, 'u');

const ENDS = new Map([
  ['origin', 'from'],
  ['destination', 'to'],
]);

/** Evidence: an arrow between two places is a journey from one to the other. */
export function journeyReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter((question) => ENDS.has(question.concept?.id ?? ''));
  if (asked.length === 0) return [];
  return view.lines.flatMap((line) => {
    const match = line.text.length > 120 ? null : ARROW.exec(line.text);
    const { from, to } = match?.groups ?? {};
    if (match === null || from === undefined || to === undefined) return [];
    const starts = { from: match.index + match[0].indexOf(from), to: match.index + match[0].lastIndexOf(to) };
    return asked.map((question): Reading => {
      const isFrom = ENDS.get(question.concept?.id ?? '') === 'from';
      const [value, start] = isFrom ? [from, starts.from] : [to, starts.to];
      const span = spanOfLine(line.page, line.line, start, start + value.length);
      return { question, value, span, score: 0.74 * question.certainty, source: 'pattern', flags: [] };
    });
  });
}
