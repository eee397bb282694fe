import { fold } from '../../values/fold';
import { answersIn } from '../answer-text';
import { findLabels } from '../labels';
import { glossed } from '../lexicon/glossary';
import { headerOf } from '../mail-header';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { type Span, spanOfLine } from '../span';
import type { View } from '../view';

/** Words that greet, and titles before a name. */
const GREETING =
  /^(?:dear|hello|hi|hey|good (?:morning|afternoon|day)|guten (?:tag|morgen)|hallo|moin|grüezi|sehr geehrter?|liebe[r]?|bonjour|bonsoir|chère?|cher|hola|buenos días|estimad[oa]|querid[oa]|apreciad[oa]|ciao|buongiorno|salve|gentile|egregi[oa]|car[oa]|olá|bom dia|prezad[oa]|exm[oa]\.?|beste|geachte|goedendag)\s+/iu;
const TITLE =
  /^(?:(?:mr|mrs|ms|miss|dr|prof|herrn?|frau|monsieur|madame|mme|m|señora?|sra?|srta|signora?|sig|sig\.ra|sig\.na|dott|dott\.ssa|senhora?|de heer|mevrouw|dhr|mevr)\.?[ªº]?\s+)+/iu;
/** One to four capitalised words up to the mark that ends the greeting. */
const NAME =
  /^(\p{Lu}[\p{L}'’.-]*(?: (?:(?:de|da|do|del|della|di|van|von|der|den|la|le) ){0,2}\p{Lu}[\p{L}'’.-]*){0,3})\s*[,:!.]?(?:$|\s)/u;
/** Greeted without being named. */
const ANYONE =
  /^(?:sir|madam|all|team|everyone|customer|guest|colleagues?|kund(?:e|in|en)|damen|gast|client|cliente|clienti|tutti|todos|collega|there|hiring|friends?|members?|subscriber)\b/u;

/** Whom a mail is written to. */
const WRITTEN_TO = new Set(
  'customer buyer guest passenger patient recipient tenant member client addressee traveller participant subscriber applicant attendee'.split(
    ' ',
  ),
);
const GREETED_CONCEPTS = new Set(['passenger', 'buyer-name']);
/** Whose mailbox it came from. */
const SENDING = new Set(
  'seller provider operator shop company organizer school carrier sender insurance practice clinic airline'.split(' '),
);

/** Evidence: whom a mail or letter greets by name, the name on the mailbox that it came from, numbers in its subject. */
export function mailReadings(view: View, questions: readonly Question[]): Reading[] {
  const named = questions.filter((question) => question.kind === 'name' || question.kind === 'text');
  const greeted = named.filter(isWrittenTo);
  const sending = named.filter(isSending);
  return [
    ...numbersOfSubject(view, questions),
    ...(greeted.length === 0 ? [] : addressees(view).flatMap((one) => greeted.map((question) => says(question, one)))),
    ...(greeted.length === 0 ? [] : greetings(view).flatMap((one) => greeted.map((question) => says(question, one)))),
    ...(sending.length === 0 ? [] : mailboxes(view).flatMap((one) => sending.map((question) => says(question, one)))),
  ];
}

/** Characters that may stand between a word for a number and the number. */
const BESIDE = 5;
/** What a mail is about stands in its subject: of several numbers in it the one there. */
const IN_SUBJECT = 1;

/** "Your order #B-20417 has shipped": a number in the subject right behind the word for it. */
function numbersOfSubject(view: View, questions: readonly Question[]): Reading[] {
  const subject = view.lines.find((line) => headerOf(line, view) === 'subject');
  const asked = questions.filter((question) => question.kind === 'identifier');
  if (subject === undefined || asked.length === 0) return [];
  const labels = findLabels(view, asked, [subject]).get(subject) ?? [];
  return labels.flatMap((label) =>
    label.answers.flatMap(({ question, weight }): Reading[] => {
      const [answer] = answersIn(question, subject.text.slice(label.end), view.locale);
      if (answer === undefined || answer.start > BESIDE) return [];
      const span = spanOfLine(subject.page, subject.line, label.end + answer.start, label.end + answer.end);
      return [
        { question, value: answer.value, span, score: IN_SUBJECT * weight, source: 'label', flags: answer.flags },
      ];
    }),
  );
}

/** A name that a mail says, and how surely. */
export interface Named {
  readonly span: Span;
  readonly score: number;
}

function says(question: Question, { span, score }: Named): Reading {
  return { question, value: span.text, span, score, source: 'prose', flags: [] };
}

/** A name is asked for, of one of these people, and nothing else of theirs. */
function isWrittenTo(question: Question): boolean {
  if (GREETED_CONCEPTS.has(question.concept?.id ?? '')) return true;
  return question.concept === null && isOf(question, WRITTEN_TO);
}

/** The whole name of a person is asked for. */
export function isPerson(question: Question): boolean {
  const isNamed = question.kind === 'name' || question.kind === 'text';
  return isNamed && (isWrittenTo(question) || PERSONS.has(question.concept?.id ?? ''));
}

const PERSONS = new Set(['person-name', 'ship-to-name', 'contact-person', 'account-holder']);

function isSending(question: Question): boolean {
  if (question.concept !== null) return question.concept.id === 'seller-name';
  return isOf(question, SENDING);
}

function isOf(question: Question, people: ReadonlySet<string>): boolean {
  return question.phrases.some((phrase) => {
    const words = glossed(phrase).filter((word) => word !== 'name');
    return words.length === 1 && people.has(words[0] ?? '');
  });
}

function greetings(view: View): Named[] {
  return view.lines.flatMap((line): Named[] => {
    const greeting = GREETING.exec(line.text)?.[0];
    if (greeting === undefined || line.text.length > 160) return [];
    const title = TITLE.exec(line.text.slice(greeting.length))?.[0] ?? '';
    const start = greeting.length + title.length;
    const name = NAME.exec(line.text.slice(start))?.[1]?.replace(/\.$/, '');
    if (name === undefined || ANYONE.test(fold(name))) return [];
    const score = name.includes(' ') ? 0.68 : 0.42;
    return [{ span: spanOfLine(line.page, line.line, start, start + name.length), score }];
  });
}

/** "Corvid Rail <tickets@...>" of the header. */
export function mailboxes(view: View): Named[] {
  return nameOfHeader(view, /^from:/iu, 0.6);
}

/** A person's name of two words and more. */
const PERSON =
  /^\p{Lu}[\p{L}'’.-]+(?: (?:(?:de|da|do|del|della|di|van|von|der|den|la|le) ){0,2}\p{Lu}[\p{L}'’.-]*){1,3}$/u;

/** The person on the mailbox that a mail went to: surer than a greeting by the last name alone. */
function addressees(view: View): Named[] {
  return nameOfHeader(view, /^to:/iu, 0.56).filter(({ span }) => PERSON.test(span.text));
}

function nameOfHeader(view: View, label: RegExp, score: number): Named[] {
  const header = view.lines.find((line) => label.test(line.text) && headerOf(line, view) !== null);
  const name = header === undefined ? null : /^[^:]+:\s*["“]?([^"”<]{2,80}?)["”]?\s*</u.exec(header.text)?.[1];
  if (header === undefined || name === null || name === undefined || name.includes('@')) return [];
  const start = header.text.indexOf(name, header.text.indexOf(':'));
  return [{ span: spanOfLine(header.page, header.line, start, start + name.length), score }];
}
