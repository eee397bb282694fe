import { answersIn } from '../answer-text';
import { flowOf } from '../flow';
import { PROSE_CUES } from '../lexicon/prose-cues';
import type { Question } from '../question';
import type { Reading } from '../reading';
import type { View } from '../view';

/** Evidence: running text whose words lead up to a value ("please pay until ...", "governed by the laws of ..."). */
export function proseReadings(view: View, questions: readonly Question[]): Reading[] {
  const flow = flowOf(view);
  return PROSE_CUES.flatMap((cue) => {
    const asked = questions.filter((question) => question.concept?.id === cue.concept);
    if (asked.length === 0) return [];
    return [...flow.text.matchAll(cue.words)].slice(0, 40).flatMap((match, order) => {
      const at = match.index + match[0].length;
      const rest = flow.text.slice(at, at + 160);
      return asked.flatMap((question): Reading[] => {
        const found = typeof cue.value === 'number' ? typed(question, rest, cue.value, view) : taken(rest, cue.value);
        if (found === null) return [];
        const score = cue.score * Math.max(0.85, 1 - order * 0.02) * question.certainty;
        return [
          {
            question,
            value: found.value,
            span: flow.span(at + found.start, at + found.end),
            score,
            source: 'prose',
            flags: found.flags,
          },
        ];
      });
    });
  });
}

type Found = Pick<Reading, 'value' | 'flags'> & { readonly start: number; readonly end: number };

function typed(question: Question, rest: string, within: number, view: View): Found | null {
  const [answer] = answersIn(question, rest, view.locale);
  return answer === undefined || answer.start > within ? null : answer;
}

function taken(rest: string, pattern: RegExp): Found | null {
  const match = pattern.exec(rest);
  const value = (match?.[1] ?? '')
    .trim()
    .replace(/(?: (?:and|of|the|und))+$/u, '')
    .replace(/[.,;]$/, '');
  if (match === null || value === '') return null;
  const start = match[0].indexOf(value);
  return { value, flags: [], start, end: start + value.length };
}
