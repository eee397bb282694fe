import type { FilledField } from '../blocks';
import { CHECKED, UNCHECKED } from '../check-signs';
import { allBelow, childrenOf, type Markup } from '../markup';

/** A form control of an OpenDocument text, at the place where it is drawn. */
export interface OdfControl {
  /** What is shown: a value, or the sign of a check box. */
  readonly shown: string;
  /** Null: nobody filled it in. */
  readonly field: FilledField | null;
}

/** The controls that a document declares, by the id that drawings refer to. */
export function readControls(body: Markup): ReadonlyMap<string, OdfControl> {
  const controls = new Map<string, OdfControl>();
  const walk = (element: Markup): void => {
    for (const child of childrenOf(element)) {
      if (child.name === 'form:form') walk(child);
      const id = child.attributes['xml:id'] ?? child.attributes['form:id'];
      if (id !== undefined) controls.set(id, controlOf(child));
    }
  };
  for (const forms of allBelow(body, 'office:forms')) walk(forms);
  return controls;
}

function controlOf(control: Markup): OdfControl {
  const { attributes } = control;
  const name = attributes['form:label'] ?? attributes['form:title'] ?? attributes['form:name'] ?? '';
  if (control.name === 'form:button' || control.name === 'form:hidden' || control.name === 'form:fixed-text') {
    return { shown: control.name === 'form:fixed-text' ? name : '', field: null };
  }
  const isBox = control.name === 'form:checkbox' || control.name === 'form:radio';
  if (!isBox) {
    const value = enteredIn(control).trim();
    return { shown: value, field: fieldOf(name, value) };
  }
  const isChecked = attributes['form:current-state'] === 'checked' || attributes['form:current-selected'] === 'true';
  const label = attributes['form:label'] ?? '';
  return {
    shown: `${isChecked ? CHECKED : UNCHECKED}${label === '' ? '' : ` ${label}`}`,
    field: fieldOf(name, String(isChecked)),
  };
}

function enteredIn(control: Markup): string {
  const { attributes } = control;
  const current = attributes['form:current-value'] ?? attributes['form:value'];
  if (current !== undefined) return current;
  const chosen = childrenOf(control, 'form:option').find(
    (option) => (option.attributes['form:current-selected'] ?? option.attributes['form:selected']) === 'true',
  );
  return chosen?.attributes['form:label'] ?? '';
}

function fieldOf(name: string, value: string): FilledField | null {
  return name === '' || value === '' ? null : { name, value, locator: `form control "${name}"` };
}
