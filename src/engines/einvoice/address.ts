import type { Field } from '../../parsers/parsed-document';
import type { NamedField } from './named-field';
import type { AddressRule } from './syntax';

/** An address as people write it on one line: street, code and town, country. Null where no part is stated. */
export function addressFact(named: readonly NamedField[], rule: AddressRule): Field | null {
  const part = (element: string): Field | undefined =>
    named.find(({ field, name }) => field.value.trim() !== '' && name.endsWith(`/${rule.path}/${element}`))?.field;
  const text = (element: string): string => part(element)?.value.trim() ?? '';
  const town = [text(rule.zip), text(rule.city)].filter((one) => one !== '').join(' ');
  const value = [...rule.streets.map(text), town, text(rule.country)].filter((one) => one !== '').join(', ');
  const first = [...rule.streets, rule.zip, rule.city, rule.country].flatMap((element) => part(element) ?? [])[0];
  return first === undefined ? null : { ...first, value };
}
