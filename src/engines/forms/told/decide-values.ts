import { fold } from '../../values/fold';
import { type Address, addressIn, addressPartOf, partOfAddress } from './addresses';
import { asDate, asksForDate } from './date-pattern';
import { decideTicks } from './decide-ticks';
import type { Decided, Decisions } from './decided';
import { type FieldWords, type Fillable, meaning, wordsOfField } from './fillable';
import { LIKE_ENOUGH, likeField } from './like-field';
import { saysOption } from './options';
import { nameFieldsIn, namePartOf, partOfPerson, personsIn } from './person-names';
import { readTold } from './read-told';
import type { Told } from './told';

/**
 * What instructions say goes into which field: a person's name and an address in the parts that the form asks for, boxes to
 * be ticked, dates in the form's own pattern, everything else by what it is called. What fits no field is left out, and
 * no field is given what is not said. `language`: of the form. Pure.
 */
export function decideValues(fields: readonly Fillable[], instructions: string, language: string | null): Decisions {
  const told = readTold(instructions);
  const words = fields.map(wordsOfField);
  const decided = decideTicks(words, told);
  const written = words.filter(({ field }) => field.type === 'text');
  fillIn(decided, calledTheSame(written, told));
  fillIn(decided, namesFor(written, told));
  fillIn(decided, addressesFor(written, told));
  const open = written.filter(({ field }) => !decided.has(field.key));
  fillIn(decided, joined(open, told));
  fillIn(decided, byLikeness(open, [...told, ...ledByLabel(open, told)]));
  return new Map(
    fields.flatMap((field) => {
      const one = decided.get(field.key);
      if (one === undefined) return [];
      const value = asAsked((field.isLong ? one.onward : null) ?? one.value, field, language);
      return value === null ? [] : [[field.key, { value, quote: one.quote }]];
    }),
  );
}

const decidedBy = ({ value, quote, onward }: Told): Decided => ({ value, quote, onward });

function fillIn(decided: Map<string, Decided>, more: Decisions): void {
  for (const [key, one] of more) if (!decided.has(key)) decided.set(key, one);
}

/** What is told under the very name of a field, unless it is told of something else, or a whole name of one of its parts. */
function calledTheSame(fields: readonly FieldWords[], told: readonly Told[]): Decisions {
  const parts = new Set(nameFieldsIn(fields).map(({ words }) => words));
  return new Map(
    fields.flatMap((words) => {
      const { key } = words.field;
      const one = told.find(({ label, context }) => {
        const isCalled = fold(label) === key || (label !== '' && fold(label) === fold(words.label));
        return isCalled && (context === '' || words.section === '' || shares(context, words.section));
      });
      const isWhole = addressPartOf(words.label) === 'whole' || (parts.has(words) && /\S\s+\S/.test(one?.value ?? ''));
      return one === undefined || isWhole ? [] : [[key, decidedBy(one)]];
    }),
  );
}

/** The likest pair first; each field once, and what is told once. */
function byLikeness(fields: readonly FieldWords[], told: readonly Told[]): Map<string, Decided> {
  const used = new Set<Told>();
  const parts = new Set(nameFieldsIn(fields).map(({ words }) => words));
  const pairs = fields
    .filter((words) => !parts.has(words))
    .flatMap((words) => told.map((one) => ({ words, one, like: likeField(one, words) })))
    .filter(({ words, like }) => like > 1 || partsOfLabel(words.label).length < 2)
    .filter(({ like }) => like >= LIKE_ENOUGH)
    .sort((a, b) => b.like - a.like);
  const decided = new Map<string, Decided>();
  for (const { words, one } of pairs) {
    if (decided.has(words.field.key) || used.has(one)) continue;
    decided.set(words.field.key, decidedBy(one));
    used.add(one);
  }
  return decided;
}

/** "Place, date" asks for two things: each must be told. */
function joined(fields: readonly FieldWords[], told: readonly Told[]): Decisions {
  const decided = new Map<string, Decided>();
  for (const words of fields) {
    const parts = partsOfLabel(words.label);
    const found = parts.flatMap((label) => {
      const asked = { ...words, label, field: { ...words.field, key: '' } };
      return told.find((one) => likeField(one, asked) > LIKE_JOINED) ?? [];
    });
    if (parts.length < 2 || found.length < parts.length || new Set(found).size < parts.length) continue;
    const value = found.map((one) => one.value).join(', ');
    decided.set(words.field.key, { value, quote: found.map(({ quote }) => quote).join('; ') });
  }
  return decided;
}

/** Likeness of what is told and one of several things that a label asks for. */
const LIKE_JOINED = 0.8;

/** Words that each of several things in one label has at most; a longer label is a sentence. */
const MOST_WORDS = 3;

function partsOfLabel(label: string): string[] {
  const parts = label
    .replace(/\([^)]*\)/g, ' ')
    .split(/\s*[,/]\s*/)
    .filter((part) => /\p{L}{2}/u.test(part));
  const isSentence =
    /^(?:if|wenn|falls|si|se|indien)\s/i.test(label) ||
    parts.some((part) => part.trim().split(/\s+/).length > MOST_WORDS);
  return isSentence ? [label] : parts;
}

/** "Gründungsjahr 1904" names its field without a sign between. */
function ledByLabel(fields: readonly FieldWords[], told: readonly Told[]): Told[] {
  return told.flatMap((one) => {
    if (one.label !== '') return [];
    const said = fold(one.value);
    const [led] = fields
      .filter(({ label }) => label.length > 2 && said.startsWith(`${fold(label)} `))
      .sort((a, b) => b.label.length - a.label.length);
    if (led === undefined) return [];
    const words = led.label.trim().split(/\s+/).length;
    return [{ ...one, label: led.label, value: one.value.trim().split(/\s+/).slice(words).join(' ') }];
  });
}

/** Each section its person: the one told of it, else the first. */
function namesFor(fields: readonly FieldWords[], told: readonly Told[]): Decisions {
  const asked = nameFieldsIn(fields);
  const sections = [...new Set(asked.map(({ words }) => words.section))];
  const persons = personsIn([...told, ...namedBySection(told, sections)]);
  const decided = new Map<string, Decided>();
  for (const { words, part } of asked) {
    const person =
      persons.find(({ context }) => shares(context, words.section)) ??
      (words.section === sections[0]
        ? persons.find(({ context }) => !sections.some((one) => shares(context, one)))
        : undefined);
    const value = person === undefined ? null : partOfPerson(person, part);
    if (person !== undefined && value !== null) decided.set(words.field.key, { value, quote: person.quote });
  }
  return decided;
}

/** "Emergency contact: Paul Doe" names whom the section of that name asks for. */
const namedBySection = (told: readonly Told[], sections: readonly string[]): Told[] =>
  told
    .filter(
      ({ label, context, value }) =>
        context === '' &&
        PERSON.test(value) &&
        namePartOf(label) === null &&
        sections.some((one) => shares(label, one)),
    )
    .map((one) => ({ ...one, label: 'name', context: one.label }));

const PERSON = /^\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+){1,3}$/u;

function shares(context: string, section: string): boolean {
  const about = meaning(section);
  return context !== '' && section !== '' && meaning(context).some((word) => about.includes(word));
}

/** An address told in one goes into its parts, and parts into one. */
function addressesFor(fields: readonly FieldWords[], told: readonly Told[]): Decisions {
  const decided = new Map<string, Decided>();
  const parts = told.flatMap((one) => {
    const part = addressPartOf(one.label);
    return part === null ? [] : [{ part, one }];
  });
  const whole = parts.find(({ part }) => part === 'whole');
  const single = Object.fromEntries(
    parts.filter(({ part }) => part !== 'whole' && part !== 'town-line').map(({ part, one }) => [part, one.value]),
  );
  const address: Address = { ...(whole === undefined ? {} : addressIn(whole.one.value)), ...single };
  const quote = parts.map(({ one }) => one.quote).join('; ');
  const seen = new Set<string>();
  // Where the town has a field of its own, an address is the rest.
  const hasTown = fields.some(({ label }) => ['city', 'town-line'].includes(addressPartOf(label) ?? ''));
  for (const { field, label } of fields) {
    const part = addressPartOf(label);
    // Of two addresses of one form it is not told which is meant.
    if (part === null || seen.has(part)) continue;
    seen.add(part);
    const wanted = part === 'whole' && hasTown ? 'street' : part;
    const value =
      partOfAddress(address, wanted) ??
      ((part === 'street' || part === 'whole') && !hasParts(address) ? (whole?.one.value ?? null) : null);
    if (value !== null) decided.set(field.key, { value, quote });
  }
  return decided;
}

const hasParts = (address: Address): boolean => Object.keys(address).length > 0;

/** The value as its field takes it; null: it takes no such value. */
function asAsked(value: string, field: Fillable, language: string | null): string | null {
  if (field.type === 'checkbox') return value;
  if (field.choices.length > 0) return field.choices.find((choice) => saysOption(value, choice)) ?? null;
  const { label } = wordsOfField(field);
  return asksForDate(label) || field.cells > 0 ? asDate(value, label, field.cells, language) : value;
}
