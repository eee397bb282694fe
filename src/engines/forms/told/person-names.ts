import { type FieldWords, meaning } from './fillable';
import type { Told } from './told';

/** Which part of a person's name is asked or told. */
export type NamePart = 'first' | 'last' | 'full' | 'last-first';

const FULL = new Set(['name', 'full', 'complete', 'person']);

/** Null for what is no name of a person, or of somebody special: "company name". */
export function namePartOf(label: string): NamePart | null {
  const words = meaning(label);
  const isOf = (part: string): boolean => words.includes(part) && words.includes('name');
  if (!words.includes('name') || words.some((word) => !FULL.has(word) && word !== 'first' && word !== 'last'))
    return null;
  if (isOf('first') && isOf('last')) return words.indexOf('last') < words.indexOf('first') ? 'last-first' : 'full';
  if (isOf('first'))
    return /[,/&]|\b(?:und|and|et|y|e|en)\b/.test(label) && words.filter((word) => word === 'name').length > 1
      ? partBefore(label)
      : 'first';
  return isOf('last') ? 'last' : 'full';
}

/** "Name, Vorname" is the last name and then the first, "Vorname, Name" the other way round. */
const partBefore = (label: string): NamePart =>
  meaning(label.split(/[,/&]|\s(?:und|and|et|y|e|en)\s/)[0] ?? '').includes('first') ? 'full' : 'last-first';

/** A person as far as the instructions name one. */
export interface Person {
  readonly context: string;
  readonly first: string | null;
  readonly last: string | null;
  /** As it is told in one. */
  readonly whole: string | null;
  readonly quote: string;
}

/** The persons named, one for each context. A "name" beside a first name is a last name, and the other way round. */
export function personsIn(told: readonly Told[]): Person[] {
  const persons: Person[] = [];
  for (const context of new Set(told.map((one) => one.context))) {
    const own = told.filter((one) => one.context === context);
    const part = (wanted: NamePart): Told | undefined => own.find(({ label }) => namePartOf(label) === wanted);
    const full = part('full') ?? part('last-first');
    const first = part('first') ?? null;
    const last = part('last') ?? null;
    const quote = [first ?? full, last ?? full].flatMap((one) => one?.quote ?? []);
    if (full === undefined && first === null && last === null) continue;
    const cut = full === undefined ? null : parted(full.value);
    persons.push({
      context,
      first: first?.value ?? (last === null ? (cut?.first ?? null) : (full?.value ?? null)),
      last: last?.value ?? (first === null ? (cut?.last ?? null) : (full?.value ?? null)),
      whole: full?.value ?? null,
      quote: [...new Set(quote)].join('; '),
    });
  }
  return persons;
}

const PARTICLES = new Set('von van de del della der den di da du la le ten ter zu al el dos das'.split(' '));

/** "Doe, Jane" and "Jane van Doe". */
function parted(name: string): { readonly first: string | null; readonly last: string | null } {
  const [before, after] = name.split(/\s*,\s*/);
  if (after !== undefined && before !== undefined) return { first: after, last: before };
  const words = name.replace(/^(?:mrs?|ms|dr|herr|frau|mme|m|sra?|sig\.?(?:ra)?|dhr|mevr)\.?\s+/i, '').split(/\s+/);
  // Of a single word it is not told which part it is.
  if (words.length < 2) return { first: null, last: null };
  let cut = words.length - 1;
  while (cut > 1 && PARTICLES.has(words[cut - 1]?.toLowerCase() ?? '')) cut -= 1;
  return { first: words.slice(0, cut).join(' '), last: words.slice(cut).join(' ') };
}

/** Which part each field for a name asks for; a "name" beside a first name is a last name. */
export function nameFieldsIn(fields: readonly FieldWords[]): { readonly words: FieldWords; readonly part: NamePart }[] {
  const asked = fields.flatMap((words) => {
    const part = words.field.type === 'text' ? namePartOf(words.label) : null;
    return part === null ? [] : [{ words, part }];
  });
  return asked.map(({ words, part }) => {
    const beside = asked.filter((one) => one.words.section === words.section).map((one) => one.part);
    if (part !== 'full' || namePartOf(`${words.label} `) === null || meaning(words.label).length > 1)
      return { words, part };
    if (beside.includes('first') && !beside.includes('last')) return { words, part: 'last' };
    return beside.includes('last') && !beside.includes('first') ? { words, part: 'first' } : { words, part };
  });
}

/** What of a person goes into a field; null: it is not known. */
export function partOfPerson({ first, last, whole }: Person, part: NamePart): string | null {
  if (part === 'first') return first;
  if (part === 'last') return last;
  if (first === null || last === null) return whole ?? first ?? last;
  return part === 'full' ? `${first} ${last}` : `${last}, ${first}`;
}
