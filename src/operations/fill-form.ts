import type { NamedField } from '../engines/forms/form-field';
import { decideValues } from '../engines/forms/told/decide-values';
import type { Decisions } from '../engines/forms/told/decided';
import type { Fillable } from '../engines/forms/told/fillable';
import { fillPdf } from '../writers/pdf/fill-pdf';
import { readPageSizes } from '../writers/pdf/page-sizes';
import { wideFont } from '../writers/pdf/wide-font';
import { filledField } from './forms/entries-of';
import { findFormFields, writable } from './forms/find-form-fields';
import { type FieldToFill, pairFields } from './forms/pair-fields';
import { producedPdf } from './forms/produced-file';
import { toFormField } from './forms/to-form-field';
import { making, READ } from './operation-step';

/** A form with what the instructions say filled in. */
export const fillForm = {
  resolve: READ,
  execute: making('fill-form', ['instructions'], async (assignment, task) => {
    const { bytes, fields: found, language } = await findFormFields(task);
    const fields =
      assignment.fields === null
        ? found.map((one) => ({ field: toFormField(one), found: one }))
        : pairFields(assignment.fields, found);
    const said = decideValues(fields.map(fillableOf), task.options.instructions ?? '', language);
    const decided = withOneOfEach(said, fields);
    // Where every field is found in the document, nothing else has to be known of its pages.
    const isPlaced = fields.every((one) => one.found !== null);
    const sizes = isPlaced ? [] : await writable(task.filename, readPageSizes(bytes));
    const filled = fields.map((one) =>
      filledField(one, decided.get(one.field.key) ?? null, sizes[one.field.place.page - 1] ?? null),
    );
    const entries = filled.flatMap(({ entry }) => (entry === null ? [] : [entry]));
    const file = await writable(task.filename, fillPdf(bytes, entries, { colour: assignment.colour, wideFont }));
    const product = {
      operation: 'fill-form',
      fields: filled.map(({ field }) => field),
      file: producedPdf(task.filename, 'filled', file),
    } as const;
    return { product, file };
  }),
} as const;

/** Points of height from which on a field has room for sentences. */
const LONG_FROM = 30;

const fillableOf = ({ field: { key, description, type }, found }: FieldToFill): Fillable => ({
  key,
  description,
  type,
  choices: found?.declared?.choices ?? [],
  cells: found?.cells.length ?? 0,
  isLong: (found?.box.height ?? 0) >= LONG_FROM,
});

/** Of boxes of which one can be ticked, ticking one takes the others back. */
function withOneOfEach(said: Decisions, fields: readonly FieldToFill[]): ReadonlyMap<string, string> {
  const decided = new Map([...said].map(([key, { value }]) => [key, value]));
  const groupOf = (found: NamedField | null): string | null =>
    found?.declared?.option == null ? null : found.declared.name;
  const ticked = new Set(
    fields.flatMap(({ field, found }) => (decided.get(field.key) === 'true' ? (groupOf(found) ?? []) : [])),
  );
  for (const { field, found } of fields) {
    const group = groupOf(found);
    if (group !== null && ticked.has(group) && !decided.has(field.key)) decided.set(field.key, 'false');
  }
  return decided;
}
