import type { ReadValue } from '../../values/scalar';
import { answersIn } from '../answer-text';
import type { Question } from '../question';
import type { View } from '../view';
import { withYear } from './yearless';

/** What a cell of a table answers: as any text, and a day of the document's own year where no year is printed. */
export function answersInCell(property: Question, text: string, view: View): ReadValue[] {
  return answersIn(property, property.kind === 'date' ? withYear(text, view) : text, view.locale);
}
