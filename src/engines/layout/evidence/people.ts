import { fold, squash } from '../../values/fold';
import { findEmails } from '../../values/identifiers';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

/** Evidence: whose paper it is: the name at its head (as on a resume), and who signed at its end. */
export function peopleReadings(view: View, questions: readonly Question[]): Reading[] {
  return questions.flatMap((question) => {
    const id = question.concept?.id;
    if (id === 'person-name') return headNames(view, question);
    if (id === 'signatory') return signed(view, question);
    return id === 'job-title' ? underName(view, question) : [];
  });
}

const TOP_LINES = 8;
const NO_NAME =
  /\b(?:curriculum|vitae|resume|lebenslauf|profile?|contact|objective|summary|experience|street|road|company|form|application|antrag|rechnung|invoice|report)\b/u;

/** Two to four capitalised words without digits. */
function isPersonName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word)) &&
    words.some((word) => word.length > 2) &&
    text.length < 40 &&
    !NO_NAME.test(fold(text))
  );
}

function headLines(view: View): { readonly line: ViewLine; readonly large: boolean }[] {
  const top = view.lines.filter((line) => line.page === view.firstPage).slice(0, TOP_LINES);
  const sizes = top.map((line) => line.line.words[0]?.size ?? 0);
  const largest = Math.max(0, ...sizes);
  const others = sizes.filter((size) => size < largest - 1).length;
  return top.map((line, order) => ({ line, large: others > 0 && (sizes[order] ?? 0) >= largest - 0.5 }));
}

function headNames(view: View, question: Question): Reading[] {
  const boxes = view.lines.flatMap((line) => findEmails(line.text).map((one) => squash(one.value.split('@')[0] ?? '')));
  return headLines(view).flatMap(({ line, large }, order) => {
    if (!isPersonName(line.text)) return [];
    const parts = line.text.split(/\s+/).map(squash);
    const own = boxes.some((box) => parts.filter((part) => part.length > 2 && box.includes(part)).length > 0);
    const score = (large ? 0.68 : 0.56 - order * 0.03) + (own ? 0.2 : 0);
    return [whole(question, line, score)];
  });
}

/** What someone does stands right under the name, in print of its own. */
function underName(view: View, question: Question): Reading[] {
  const top = headLines(view);
  const at = top.findIndex(({ line, large }) => large && isPersonName(line.text));
  const next = at < 0 ? undefined : top[at + 1]?.line;
  if (next === undefined || /[\d@|:]/.test(next.text) || next.text.length > 60 || NO_NAME.test(fold(next.text)))
    return [];
  return [whole(question, next, 0.56)];
}

const CLOSING =
  /^\W*(?:yours (?:sincerely|faithfully|truly)|sincerely|(?:kind|best|warm) regards|regards|respectfully|mit (?:freundlichen|besten|herzlichen) gru(?:ss|ß)en?|freundliche gru(?:ss|ß)e|hochachtungsvoll|cordialement|bien cordialement|veuillez agreer.*|salutations.*|atentamente|cordialmente|un saludo|saludos|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|hoogachtend|z powazaniem|s pozdravem|com os melhores cumprimentos)\W*$/u;

/** The first name within a few lines after the closing words of a letter. */
function signed(view: View, question: Question): Reading[] {
  return view.lines.flatMap((line, index) => {
    if (line.text.length > 80 || !CLOSING.test(fold(line.text))) return [];
    const after = view.lines.slice(index + 1, index + 5).find((one) => isPersonName(one.text));
    return after === undefined ? [] : [whole(question, after, 0.72)];
  });
}

function whole(question: Question, line: ViewLine, score: number): Reading {
  const span = spanOfLine(line.page, line.line, 0, line.text.length);
  return { question, value: line.text, span, score: score * question.certainty, source: 'position', flags: [] };
}
