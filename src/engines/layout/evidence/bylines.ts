import { answersIn } from '../answer-text';
import { glossed } from '../lexicon/glossary';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

/** "By Ada Byron · 3 May 2024": the word for by, one to four capitalised words, then the end or a mark. */
const BYLINE =
  /^(?:[Ww]ritten by|[Bb]y|BY|[Vv]on|Text(?: von)?:|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor)\s+(\p{Lu}[\p{L}'’.-]*(?: (?:(?:de|da|do|del|della|di|van|von|der|den|la|le) ){0,2}\p{Lu}[\p{L}'’.-]*){1,3})\s*(?:$|[·|•,—–(]|-\s|(?=\d))/u;
/** Lines of a page's beginning in which an author is named. */
const TOP = 25;
/** Letters a byline may have. */
const LONGEST = 120;

/** Evidence: the line below a headline that says who wrote it, and when. */
export function bylineReadings(view: View, questions: readonly Question[]): Reading[] {
  const writers = questions.filter((question) => question.concept?.id === 'author');
  const days = questions.filter(asksForPublishing);
  if (writers.length + days.length === 0) return [];
  return view.lines.slice(0, TOP).flatMap((line) => {
    const match = line.text.length > LONGEST ? null : BYLINE.exec(line.text);
    const name = match?.[1];
    if (name === undefined) return [];
    const start = line.text.indexOf(name);
    const by = writers.map(
      (question): Reading => ({
        question,
        value: name,
        span: spanOfLine(line.page, line.line, start, start + name.length),
        score: 0.7,
        source: 'position',
        flags: [],
      }),
    );
    return [...by, ...days.flatMap((question) => daysOf(line, start + name.length, question, view))];
  });
}

/** The day stands on the same line, or alone right above or below it. */
function daysOf(line: ViewLine, from: number, question: Question, view: View): Reading[] {
  const around = [view.lines[line.index + 1], view.lines[line.index - 1]].filter((one) => one !== undefined);
  const places = [{ line, from }, ...around.map((one) => ({ line: one, from: 0 }))];
  for (const place of places) {
    const [answer, ...more] = answersIn(question, place.line.text.slice(place.from), view.locale);
    if (answer === undefined || more.length > 0) continue;
    if (place.line !== line && place.line.text.length - (answer.end - answer.start) > 14) continue;
    const start = place.from + answer.start;
    const span = spanOfLine(place.line.page, place.line.line, start, place.from + answer.end);
    return [{ question, value: answer.value, span, score: 0.6, source: 'position', flags: answer.flags }];
  }
  return [];
}

/** What a page's day of publishing is called besides "published". */
const AROUND = new Set(['date', 'article', 'recipe', 'post', 'page', 'day', 'on', 'publication', 'posted']);

function asksForPublishing(question: Question): boolean {
  return (
    question.kind === 'date' &&
    question.phrases.some((phrase) => {
      const words = glossed(phrase);
      return (words.includes('posted') || words.includes('publication')) && words.every((word) => AROUND.has(word));
    })
  );
}
