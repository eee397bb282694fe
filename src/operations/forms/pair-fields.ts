import type { NamedField } from '../../engines/forms/form-field';
import type { FormField, FormPlace } from '../../jobs/assignment';
import { placeOf } from './to-form-field';

/** Shared area from which on a field of a template is one that is found in its document. */
const SAME = 0.5;

/** A field to be filled in, and the place of the document it is, as far as one is found there. */
export interface FieldToFill {
  readonly field: FormField;
  readonly found: NamedField | null;
}

/** Fields of a template with those found in its document: what a caller has placed somewhere else stands alone. */
export function pairFields(fields: readonly FormField[], found: readonly NamedField[]): FieldToFill[] {
  const places = found.map((one) => ({ one, place: placeOf(one) }));
  return fields.map((field) => {
    const best = places
      .filter(({ one, place }) => one.type === field.type && place.page === field.place.page)
      .map(({ one, place }) => ({ one, shared: sharedPart(place, field.place) }))
      .sort((a, b) => b.shared - a.shared)[0];
    return { field, found: best !== undefined && best.shared >= SAME ? best.one : null };
  });
}

function sharedPart(a: FormPlace, b: FormPlace): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  const shared = Math.max(0, width) * Math.max(0, height);
  const all = a.width * a.height + b.width * b.height - shared;
  return all > 0 ? shared / all : 0;
}
