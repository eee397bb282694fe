import { squash } from '../../values/fold';
import { headerOf } from '../mail-header';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

const TITLED = new Set(['recipe-title', 'document-title', 'subject']);

/** Things whose name or title is that of the page or paper about them. */
const ABOUT = new Set('product article event recipe course agreement contract property listing'.split(' '));

/** What is said of the thing itself, behind a label, is surer than the title of its page. */
const NAMED_ABOUT = 0.75;

function isTitle(question: Question, view: View): boolean {
  const id = question.concept?.id;
  if (id !== undefined && TITLED.has(id)) return true;
  if (id === 'job-title') return /html/.test(view.document.mediaType);
  return question.phrases.some(([thing = '', word = '', ...more]) => {
    const isNamed = more.length === 0 && (word === 'title' || word === 'name');
    return isNamed && ABOUT.has(thing) && question.path.length > 0;
  });
}

/** Letters that the beginning of a declared title must have to be the title itself. */
const BEGINNING = 8;

/** Evidence: what the document is called - the title it declares, where that is printed, or its largest top line. */
export function titleReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter((question) => isTitle(question, view));
  if (asked.length === 0) return [];
  const declared = ['og:title', 'title'].flatMap((name, order) =>
    variants(view.document.properties[name] ?? '').map((text) => ({ text, score: 0.85 - order * 0.08 })),
  );
  const printed = declared.flatMap(({ text, score }) => {
    const plain = squash(text);
    if (plain.length < 3) return [];
    const line = view.lines.find((one) => squash(one.text) === plain);
    if (line !== undefined) return [{ line, score }];
    const begun = view.lines.find((one) => one.text.length >= BEGINNING && plain.startsWith(squash(one.text)));
    return begun === undefined ? [] : [{ line: begun, score: score * 0.85 }];
  });
  const inSubject = view.lines.filter((line) => isInSubject(line, view)).map((line) => ({ line, score: IN_SUBJECT }));
  const top = view.lines.filter((line) => line.page === view.firstPage && headerOf(line, view) === null).slice(0, 12);
  const largest = Math.max(0, ...top.map((line) => line.line.words[0]?.size ?? 0));
  const first = top.find(
    (line) =>
      (line.line.words[0]?.size ?? 0) >= largest * 0.98 &&
      line.row.lines.length === 1 &&
      /\p{L}{3}/u.test(line.text) &&
      line.text.length < 120,
  );
  const found = [...printed, ...inSubject, ...(first === undefined ? [] : [{ line: first, score: 0.5 }])];
  return asked.flatMap((question) =>
    found.map(({ line, score }) => ({
      question,
      value: line.text,
      span: spanOfLine(line.page, line.line, 0, line.text.length),
      score: TITLED.has(question.concept?.id ?? '') ? score : score * NAMED_ABOUT,
      source: 'title',
      flags: [],
    })),
  );
}

/** A thing that the subject of a mail names, on a line of its own in the body. */
const IN_SUBJECT = 0.76;
const LONGEST_NAME = 60;

function isInSubject(line: ViewLine, view: View): boolean {
  if (headerOf(line, view) !== null || line.text.length > LONGEST_NAME || !/ \p{Lu}/u.test(line.text)) return false;
  const subject = view.lines.find((one) => headerOf(one, view) === 'subject')?.text ?? '';
  const writer = view.lines.find((one) => headerOf(one, view) === 'from')?.text ?? '';
  return (
    subject.length > line.text.length + 'Subject: '.length && subject.includes(line.text) && !writer.includes(line.text)
  );
}

/** "Walnut cake - Marta's kitchen" is called "Walnut cake" too. */
function variants(title: string): string[] {
  const parts = title.split(/\s+[-–—|•·:]\s+|\s*\|\s*/u).map((part) => part.trim());
  return [title.trim(), ...(parts.length > 1 ? parts : [])].filter((part) => part !== '');
}
