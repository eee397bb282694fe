import type { Field } from '../../parsers/parsed-document';
import { FIELD_CONCEPTS } from '../layout/lexicon/catalogue';
import { contentTokens, nameTokens } from '../layout/lexicon/tokens';
import type { View } from '../layout/view';
import type { Locale } from '../values/locale';
import { knownLabel } from './known-label';
import type { Sighting } from './sighting';
import { shapeOfTexts } from './value-shape';

/** Fields of one document looked at; a larger one is a data set, not a form. */
const MOST_FIELDS_LOOKED_AT = 1_000;

/** Mail headers that are for programs. */
const MACHINE = /^(?:message-id|x-[\w-]+)$/i;

/** Names that say nothing without the name around them. */
const BARE = new Set('id name value type code date amount number text key title description total price'.split(' '));

/** What the format itself names: JSON and XML leaves, mail headers, name and value cells of a sheet; a list of scalars is one. */
export function declaredSightings(view: View): Sighting[] {
  const fields = view.document.fields.slice(0, MOST_FIELDS_LOOKED_AT).filter((field) => field.value.trim() !== '');
  const elements = new Set(fields.map((field) => field.path.join('\0')));
  const lists = new Map<string, Field[]>();
  const found: Sighting[] = [];
  for (const field of fields) {
    if (isRemark(field, elements) || MACHINE.test(field.locator)) continue;
    const at = field.path.findIndex((part) => /^\d+$/.test(part));
    if (at < 0) found.push(sightingOf([field], field.path, view.locale, false));
    else if (at === field.path.length - 1 && at > 0) {
      const key = field.path.slice(0, at).join('\0');
      lists.set(key, [...(lists.get(key) ?? []), field]);
    }
  }
  return [
    ...found,
    ...[...lists.values()].map((list) => sightingOf(list, list[0]?.path.slice(0, -1) ?? [], view.locale, true)),
  ];
}

/** An attribute of an element that has a value of its own says how to read the value (a currency, a scheme). */
function isRemark(field: Field, elements: ReadonlySet<string>): boolean {
  return field.path.at(-1)?.startsWith('@') === true && elements.has(field.path.slice(0, -1).join('\0'));
}

function sightingOf(fields: readonly Field[], path: readonly string[], locale: Locale, isList: boolean): Sighting {
  const names = path.map((part) => part.replace(/^.*:(?=\S)|^@/, ''));
  const last = names.at(-1) ?? '';
  const shape = shapeOfTexts(
    fields.map((field) => field.value),
    last,
    locale,
  );
  const [longest, longer, short] = [3, 2, 1].map((count) => names.slice(-count).join(' '));
  const meant = [longest, longer, short].map((words) => knownLabel(split(words ?? ''), shape, FIELD_CONCEPTS));
  const isBare = contentTokens(nameTokens(last)).every((word) => BARE.has(word));
  const callings = [...(isBare && names.length > 1 ? [] : [short]), longer, longest, names.join(' ')];
  return {
    label: isBare ? names.slice(-2).join('.') : last,
    callings: [...new Set(callings.filter((one) => one !== undefined && one !== ''))].map((one) => one ?? ''),
    concept: isList ? null : (meant.find((concept) => concept !== null) ?? null),
    shape: isList ? { kind: 'list', of: shape } : shape,
    texts: fields.map(({ value }) => value),
    page: fields[0]?.page ?? 1,
    box: fields[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 },
  };
}

/** "invoiceNo" as the words of a printed label. */
const split = (name: string): string => name.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').replace(/_/g, ' ');
