import { glossed } from '../../layout/lexicon/glossary';
import { contentTokens, nameTokens } from '../../layout/lexicon/tokens';

/** A field as far as it matters for what goes into it. */
export interface Fillable {
  readonly key: string;
  /** "Gender: female (Applicant)" */
  readonly description: string;
  readonly type: 'text' | 'checkbox';
  /** What may be chosen; []: anything. */
  readonly choices: readonly string[];
  /** Characters that have boxes of their own; 0: none has. */
  readonly cells: number;
  /** Whether there is room for sentences. */
  readonly isLong: boolean;
}

/** What a field asks, by its words. */
export interface FieldWords {
  readonly field: Fillable;
  /** Without its section. */
  readonly label: string;
  /** What a box to be ticked answers; "": it stands alone. */
  readonly question: string;
  readonly section: string;
}

/** A pattern for dates in parentheses is a part of the label: "Date (DD/MM/YYYY)". */
const PATTERN = /^[dtjgmya]{1,4}(?:[\s./-]*[dtjgmya]{1,4}){1,2}$/i;

/** Takes a description apart; what a person wrote is a label. */
export function wordsOfField(field: Fillable): FieldWords {
  const whole = field.description.replace(/; one of .*?(?=\s\([^()]*\)$|$)/, '').trim();
  const end = /^(.+?)\s+\(([^()]+)\)$/.exec(whole);
  const hasSection = end !== null && !PATTERN.test(end[2] ?? '');
  const own = hasSection ? (end[1] ?? '') : whole;
  const section = hasSection ? (end[2] ?? '') : '';
  const cut = field.type === 'checkbox' ? own.lastIndexOf(': ') : -1;
  return cut < 0
    ? { field, label: own, question: '', section }
    : { field, label: own.slice(cut + 2), question: own.slice(0, cut), section };
}

/** Words that mean the same on a form, of which the glossary tells more apart. */
const SAME: Readonly<Record<string, string>> = {
  dob: 'birth',
  location: 'address',
  handy: 'phone',
  mobil: 'phone',
  mobile: 'phone',
  cell: 'phone',
  lehrkraft: 'teacher',
  lehrer: 'teacher',
  lehrerin: 'teacher',
  occupation: 'profession',
  vereins: 'team',
};

/** The words of a label or a name by what they mean, in any language that the glossary knows. */
export const meaning = (text: string): readonly string[] =>
  glossed(contentTokens(nameTokens(text.replace(/\([^)]*\)/g, ' ').replace(/konto(?=\p{Ll}{3})/giu, 'konto ')))).map(
    (word) => SAME[word] ?? word,
  );
