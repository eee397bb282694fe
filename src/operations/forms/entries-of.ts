import type { NamedField } from '../../engines/forms/form-field';
import type { FormField } from '../../jobs/assignment';
import type { Entry } from '../../writers/pdf/entry';
import type { Area } from '../../writers/pdf/page-frame';
import type { FieldToFill } from './pair-fields';

/** Points of a page, as it is displayed. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A field as it is at last, and what is written for that. */
export interface Filled {
  readonly field: FormField;
  /** Null: nothing is. */
  readonly entry: Entry | null;
}

/**
 * What is written into a field to have this value. What is printed or ticked on paper stays: there is no taking it back.
 * `value`: null where nothing was said of it.
 */
export function filledField({ field, found }: FieldToFill, value: string | null, size: PageSize | null): Filled {
  const standing = found === null ? null : found.value;
  const wanted = value ?? field.value ?? standing;
  const declared = found?.declared ?? null;
  if (declared !== null) {
    const entry: Entry | null =
      wanted === null || wanted === standing ? null : { kind: 'widget', id: declared.id, value: wanted };
    return { field: { ...field, value: wanted }, entry };
  }
  const isTaken = field.type === 'checkbox' ? standing === 'true' : standing !== null;
  if (isTaken) return { field: { ...field, value: standing }, entry: null };
  const isBlank = wanted === null || wanted === '' || (field.type === 'checkbox' && wanted !== 'true');
  const box = found?.box ?? areaOf(field, size);
  return {
    field: { ...field, value: wanted },
    entry: isBlank || box === null ? null : drawn(field, found, box, wanted),
  };
}

function drawn(field: FormField, found: NamedField | null, box: Area, text: string): Entry {
  const { page } = field.place;
  if (field.type === 'checkbox') return { kind: 'tick', page, box };
  return {
    kind: 'text',
    page,
    box,
    text,
    cells: found?.cells ?? [],
    pitch: found?.pitch ?? null,
    onRule: found?.onRule ?? false,
  };
}

/** Where a caller has placed a field; null: on no page of the document. */
const areaOf = ({ place: { left, top, width, height } }: FormField, size: PageSize | null): Area | null =>
  size === null
    ? null
    : { x: left * size.width, y: top * size.height, width: width * size.width, height: height * size.height };
