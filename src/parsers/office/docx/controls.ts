import type { FilledField } from '../blocks';
import { CHECKED, UNCHECKED } from '../check-signs';
import { allBelow, attributeAt, childAt, childrenOf, type Markup } from '../markup';
import { isOn } from './styles';

/** Characters of a value; what is longer is a part of the document that a control only holds together. */
const MAX_VALUE_CHARACTERS = 500;

/** Whether a content control (`w:sdt`) shows what to fill in, not what was. */
export function isPlaceholder(control: Markup): boolean {
  const flag = childAt(control, 'w:sdtPr', 'w:showingPlcHdr');
  return flag !== null && isOn(flag);
}

/** What a content control was filled with; null for one without a name or a value. */
export function contentControlField(control: Markup, text: string): FilledField | null {
  const properties = childAt(control, 'w:sdtPr');
  if (properties === null || isPlaceholder(control) || childAt(properties, 'w:docPartObj') !== null) return null;
  const alias = attributeAt(properties, ['w:alias'], 'w:val') ?? '';
  const name = alias === '' ? (attributeAt(properties, ['w:tag'], 'w:val') ?? '') : alias;
  const box = childAt(properties, 'w14:checkbox');
  const value = box === null ? text.replace(/\s+/g, ' ').trim() : String(isChecked(box));
  if (name === '' || value === '' || value.length > MAX_VALUE_CHARACTERS) return null;
  return { name, value, locator: `content control "${name}"` };
}

function isChecked(box: Markup): boolean {
  const state = childAt(box, 'w14:checked');
  return state !== null && isOn(state);
}

/** A form field of the older kind (`w:ffData`): its value stands in the text, or is a choice that does not. */
export interface LegacyField {
  readonly name: string;
  /** What is shown in its place; null: the text that follows is its value. */
  readonly shown: string | null;
  /** `true` or `false` for a check box; null: as shown. */
  readonly checked: boolean | null;
}

/** The form field that begins at a field character; null: it begins another kind of field. */
export function legacyField(start: Markup): LegacyField | null {
  const data = childAt(start, 'w:ffData');
  if (data === null) return null;
  const name = attributeAt(data, ['w:name'], 'w:val') ?? '';
  const box = childAt(data, 'w:checkBox');
  if (box !== null) {
    const state = childAt(box, 'w:checked') ?? childAt(box, 'w:default');
    const checked = state !== null && isOn(state);
    return { name, shown: checked ? CHECKED : UNCHECKED, checked };
  }
  const list = childAt(data, 'w:ddList');
  if (list === null) return { name, shown: null, checked: null };
  const chosen = Number(attributeAt(list, ['w:result'], 'w:val') ?? attributeAt(list, ['w:default'], 'w:val') ?? '0');
  return { name, shown: childrenOf(list, 'w:listEntry')[chosen]?.attributes['w:val'] ?? '', checked: null };
}

/** The value of a form field, from the text that stands in its place. */
export function legacyValue(field: LegacyField, text: string): FilledField | null {
  const value = field.checked === null ? text.replace(/\s+/g, ' ').trim() : String(field.checked);
  if (field.name === '' || value === '' || value.length > MAX_VALUE_CHARACTERS) return null;
  return { name: field.name, value, locator: `form field "${field.name}"` };
}

/** The one of several spellings of the same thing that is read: the first with a text box, else the first. */
export function chosenAlternative(alternatives: Markup): Markup | null {
  const all = childrenOf(alternatives);
  return all.find((one) => allBelow(one, 'w:txbxContent').length > 0) ?? all[0] ?? null;
}
