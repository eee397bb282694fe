import type { NamedField } from '../../engines/forms/form-field';
import type { FormField, FormPlace } from '../../jobs/assignment';

/** Digits of a share of a page: thousandths of a point. */
const DIGITS = 1e6;

/** A field as jobs speak of it. */
export const toFormField = (found: NamedField): FormField => {
  const { key, description, type, value } = found;
  return { key, description, type, place: placeOf(found), value };
};

/** What sticks out of its page is cut off. */
export function placeOf({ page, pageWidth, pageHeight, box }: NamedField): FormPlace {
  const left = share(box.x / pageWidth);
  const top = share(box.y / pageHeight);
  return {
    page,
    left,
    top,
    width: share((box.x + box.width) / pageWidth) - left,
    height: share((box.y + box.height) / pageHeight) - top,
  };
}

const share = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * DIGITS) / DIGITS;
