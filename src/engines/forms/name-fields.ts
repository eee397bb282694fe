import { snakeName } from '../propose/field-name';
import type { NamedField, PageField } from './form-field';

/** Characters of a key. */
const LONGEST_KEY = 60;

/** Fields of a whole form with keys of their own, in the order given. */
export function nameFields(fields: readonly PageField[]): NamedField[] {
  const plain = fields.map(plainKey);
  const counts = new Map<string, number>();
  for (const key of plain) counts.set(key, (counts.get(key) ?? 0) + 1);
  const used = new Set<string>();
  return fields.map((field, index) => {
    const own = plain[index] ?? 'field';
    const isShared = (counts.get(own) ?? 0) > 1 && field.section !== null;
    const key = firstFree(isShared ? short(`${snakeName(field.section ?? '')}_${own}`) : own, used);
    used.add(key);
    return { ...field, key, description: descriptionOf(field) };
  });
}

/** "1. Name (in capitals)" is name; of an answer with what is asked: gender_female. */
function plainKey({ label, question, type }: PageField): string {
  const own = snakeName(bare(label));
  const key = question === null ? own : `${snakeName(bare(question))}_${own}`;
  return short(key) || (type === 'checkbox' ? 'checkbox' : 'field');
}

const bare = (label: string): string =>
  label
    .replace(/\([^)]*\)/g, ' ')
    .replace(/^\s*(?:\d{1,2}|[a-z])[.)]\s+/i, '')
    .trim() || label;

const short = (key: string): string => key.slice(0, LONGEST_KEY).replace(/^_+|_+$/g, '');

function firstFree(key: string, used: ReadonlySet<string>): string {
  if (!used.has(key)) return key;
  let number = 2;
  while (used.has(`${key}_${number}`)) number += 1;
  return `${key}_${number}`;
}

/** "Gender: female (Applicant)" */
function descriptionOf({ label, question, section }: PageField): string {
  const own = question === null ? label : `${question}: ${label}`;
  return section === null ? own : `${own} (${section})`;
}
