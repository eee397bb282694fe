import { answersIn } from '../answer-text';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View } from '../view';

/** Words in running text after which a value of a concept follows. */
interface Cue {
  readonly concept: string;
  readonly words: RegExp;
  /** Characters the value may stand behind the words. */
  readonly within: number;
  readonly score: number;
}

const CUES: readonly Cue[] = [
  {
    concept: 'due-date',
    words:
      /(?:zahlbar|zahlen|überweis\p{L}*|begleichen|fällig|payable|pay|remit|due|settle|régler|réglement|règlement|payer|payable|pagar|abonar|pagare|pagamento|betalen|voldoen|overmaken|zapłaty|zapłać|uhraďte|uhradit|fizetendő|fizetni)(?![\p{L}])[^.\d]{0,60}(?:\d{1,3} \p{L}+[^.\d]{0,20})?(?:bis|until|by|before|on|avant|au|hasta|antes|entro|voor|do|am|:)(?: zum| spätestens| le| el| il| the)?\s*/giu,
    within: 4,
    score: 0.75,
  },
  {
    concept: 'invoice-date',
    words:
      /(?:rechnung|invoice|facture|factura|fattura|factuur|faktura)[^.\n]{0,40}?\s(?:vom|von|dated|of|issued at|issued on|du|de fecha|del|van|z dne|ze dne)\s/giu,
    within: 3,
    score: 0.62,
  },
  {
    concept: 'effective-date',
    words:
      /(?:effective (?:as of|date|on)|dated (?:as of|this)|entered into (?:as of|on|this)|made (?:as of|this|and entered into)|as of)\D{0,60}?(?=\b(?:\d|\p{L}+ \d))/giu,
    within: 40,
    score: 0.7,
  },
];

/** Evidence: running text whose words lead up to a value ("please pay until ...", "dated as of ..."). */
export function proseReadings(view: View, questions: readonly Question[]): Reading[] {
  return CUES.flatMap((cue) => {
    const asked = questions.filter((question) => question.concept?.id === cue.concept);
    if (asked.length === 0) return [];
    return view.lines.flatMap((line, index) => {
      const next = view.lines[index + 1];
      return [...line.text.matchAll(cue.words)].flatMap((match) => {
        const end = match.index + match[0].length;
        return asked.flatMap((question) => {
          const here = answersIn(question, line.text.slice(end), view.locale)[0];
          if (here !== undefined && here.start <= cue.within) {
            return [
              reading(
                question,
                here.value,
                spanOfLine(line.page, line.line, end + here.start, end + here.end),
                cue.score,
                here.flags,
              ),
            ];
          }
          const below =
            line.text.length - end < cue.within && next !== undefined
              ? answersIn(question, next.text, view.locale)[0]
              : undefined;
          if (below === undefined || next === undefined || below.start > cue.within) return [];
          return [
            reading(
              question,
              below.value,
              spanOfLine(next.page, next.line, below.start, below.end),
              cue.score * 0.95,
              below.flags,
            ),
          ];
        });
      });
    });
  });
}

function reading(
  question: Question,
  value: Reading['value'],
  span: Reading['span'],
  score: number,
  flags: Reading['flags'],
): Reading {
  return { question, value, span, score, source: 'prose', flags };
}
