import { MOST_COLUMNS, type ProposedField, type ScalarShape, scalar } from '../../schema/proposed-field';
import { titleOf } from '../../schema/title';
import { typeWord } from '../../schema/type-words';
import { FIELD_CONCEPTS } from '../layout/lexicon/catalogue';
import type { Concept } from '../layout/lexicon/concept';
import { LINE_ITEM_CONCEPTS } from '../layout/lexicon/line-items';
import { snakeName } from './field-name';
import { knownLabel } from './known-label';
import { namesTheWhole, requestPieces } from './request-pieces';
import { shapeOfWords } from './shape-of-words';

/** Tables people name without their columns. */
const USUAL_COLUMNS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:line ?items?|items|products|positions|articles|goods)$/i, ['description', 'quantity', 'unit price', 'amount']],
  [/^(?:transactions|bookings|payments|entries|movements)$/i, ['date', 'description', 'amount']],
];

const ASKED = { examples: [], isAsked: true } as const;

/** The fields that a request in words names, in its order; none where it names nothing. */
export function fieldsOfRequest(prompt: string): readonly ProposedField[] {
  const fields = requestPieces(prompt).flatMap(({ text, columns }) => {
    const usual = USUAL_COLUMNS.find(([name]) => name.test(text))?.[1];
    const named = columns ?? usual;
    return named === undefined ? fieldOf(text, FIELD_CONCEPTS) : tableOf(text, named);
  });
  return firstOfEach(fields);
}

function tableOf(text: string, columns: readonly string[]): ProposedField[] {
  const named = text.replace(/^(?:(?:all|the|list of|table of)\s+)+/i, '');
  const fields = firstOfEach(columns.flatMap((column) => fieldOf(column, LINE_ITEM_CONCEPTS))).slice(0, MOST_COLUMNS);
  const name = snakeName(plural(named));
  if (name === '' || fields.length === 0) return [];
  return [
    { name, title: titleOf(name), labels: [named], meaning: null, shape: { kind: 'table', columns: fields }, ...ASKED },
  ];
}

function fieldOf(text: string, catalogue: readonly Concept[]): ProposedField[] {
  const hint = /^(.*?)\s*\((?:as (?:an? )?)?([\p{L}-]+)\)\s*$/u.exec(text);
  const told = hint === null ? null : typeWord(hint[2] ?? '');
  const whole = (told === null ? text.replace(/\s*\([^)]*\)?\s*$/u, '') : (hint?.[1] ?? text)).trim();
  const list = /^(?:(?:list|array)s? of\s+(?:(?:all|the)\s+)*)(.+)$/i.exec(whole);
  const label = list?.[1] ?? whole;
  const question = /^(?:whether|if)\s+(?:(?:the|an?|it|there|this)\s+)*(.+)$/i.exec(label);
  const words = (question?.[1] ?? label).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0 || namesTheWhole(words.join(' '))) return [];
  const name = snakeName(words.filter((word) => !/^(?:the|an?)$/i.test(word)).join(' '));
  if (!/\p{L}/u.test(name)) return [];
  const guessed = question === null ? shapeOfWords(label, catalogue) : scalar('boolean');
  const shape = told === null ? guessed : shapeOfType(told.type, told.format);
  const concept = knownLabel(label, shape, catalogue);
  return [
    {
      name,
      title: titleOf(name),
      labels: [label],
      meaning: concept?.id ?? null,
      shape: list === null ? shape : { kind: 'list', of: shape },
      ...ASKED,
    },
  ];
}

function shapeOfType(type: unknown, format: unknown): ScalarShape {
  if (format === 'date' || format === 'date-time') return scalar(format);
  if (format === 'email' || format === 'uri') return scalar('string', format);
  return type === 'number' || type === 'integer' || type === 'boolean' ? scalar(type) : scalar('string');
}

const plural = (name: string): string =>
  /s$|\b(?:data|people|staff)$/i.test(name) ? name : name.replace(/y$/, 'ie').concat('s');

const firstOfEach = (fields: readonly ProposedField[]): ProposedField[] =>
  [...new Map([...fields].reverse().map((field) => [field.name, field])).values()].reverse();
