import { snakeName } from '../propose/field-name';
import type { NamedField, PageField } from './form-field';
import { nameWords } from './name-words';

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

/** "1. Name (in capitals)" is name; of an answer with what is asked: gender_female. A name that its author gave stays. */
function plainKey({ label, question, type, declared }: PageField): string {
  const given = declared === null ? '' : nameWords(declared.name);
  const option = declared?.option ?? null;
  if (given !== '' && option === null) return short(given);
  const own = snakeName(option !== null && /\p{L}{2}/u.test(option) ? option : bare(label));
  const asked = given !== '' ? given : question === null ? '' : snakeName(bare(question));
  return (
    short(asked === '' ? own : `${asked}_${own.replace(/^field_(?=\d)/, '')}`) ||
    (type === 'checkbox' ? 'checkbox' : 'field')
  );
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

/** "Gender: female (Applicant)"; what the author of a declared field says of it comes before what is printed. */
function descriptionOf({ label, question, section, type, declared }: PageField): string {
  const said = type === 'text' ? (declared?.tooltip ?? label) : label;
  const own = question === null ? said : `${question}: ${said}`;
  const choices = declared?.choices ?? [];
  const whole = choices.length === 0 ? own : `${own}; one of ${choices.join(', ')}`;
  return section === null ? whole : `${whole} (${section})`;
}
