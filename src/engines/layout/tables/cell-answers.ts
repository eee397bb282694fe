import type { ReadValue } from '../../values/scalar';
import { answersIn } from '../answer-text';
import { nameTokens } from '../lexicon/tokens';
import type { Question } from '../question';
import type { View } from '../view';
import { withYear } from './yearless';

/** How well a cell answers that is not of the kind its property is thought to be. */
const PLAIN_FIT = 0.6;

/**
 * What a cell of a table answers: as any text, and a day of the document's own year where no year is printed. A column is
 * asked for as a whole, so that where text is asked for, a cell that is no name or count is the text that it is.
 */
export function answersInCell(property: Question, text: string, view: View): ReadValue[] {
  const answers = answersIn(property, property.kind === 'date' ? withYear(text, view) : text, view.locale);
  if (answers.length > 0 || !mayBePlain(property)) return answers;
  return answersIn({ ...property, kind: 'text' }, text, view.locale).map((answer) => ({ ...answer, fit: PLAIN_FIT }));
}

function mayBePlain({ node, kind, path }: Question): boolean {
  if (node.type !== 'string' || node.choices !== null) return false;
  if (kind === 'identifier') return !nameTokens(path.at(-1) ?? '').some((word) => CODES.has(word));
  return kind === 'name' || kind === 'quantity';
}

/** Names that ask for a code, which words are not. */
const CODES = new Set('number id code reference sku key'.split(' '));
