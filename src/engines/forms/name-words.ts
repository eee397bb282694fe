import { snakeName } from '../propose/field-name';

/** Names that programs give to fields by themselves. */
const MADE_UP =
  /^(?:text|textfield|text_field|field|feld|champ|campo|veld|f|c|fill|untitled|undefined|check|checkbox|check_box|kontrollkastchen|radio|radiobutton|group|button|dropdown|combobox|combo_box|list_box|listbox|row|cell|form|subform|page)?_?(?:\d+(?:_\d+)*_?)?$/;

/** The words of a declared field's own name: "form1[0].Applicant[0].FirstName[0]" is "first_name"; "" where it has none. */
export function nameWords(name: string): string {
  const own = snakeName((name.split('.').at(-1) ?? '').replace(/\[\d+\]/g, ''));
  return MADE_UP.test(own) || !/\p{L}{2}/u.test(own) ? '' : own;
}
