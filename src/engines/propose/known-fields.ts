import type { ObjectNode, ScalarNode, ScalarType } from '../../schema/schema-node';
import { titleOf } from '../../schema/title';
import { chooseReadings } from '../layout/choose';
import { gather } from '../layout/gather';
import { FIELD_CONCEPTS } from '../layout/lexicon/catalogue';
import type { Concept, ValueKind } from '../layout/lexicon/concept';
import { PAGE_CONCEPTS } from '../layout/lexicon/pages-and-people';
import { labelKey } from '../layout/question';
import type { Reading } from '../layout/reading';
import type { View } from '../layout/view';
import { conceptName } from './field-name';
import { type Sighting, scalar } from './proposed-field';

/** A field that is only likely there is not proposed. */
const SURE = 0.75;
/** Evidence that points at a place; what is guessed from running text is no field of a form. */
const POINTING = new Set(['label', 'field', 'pattern', 'party', 'address']);

/** Without what web pages and people have: a recipe's "total" is of minutes. */
const BY_NAME: ReadonlyMap<string, Concept> = new Map(
  FIELD_CONCEPTS.filter((concept) => !PAGE_CONCEPTS.includes(concept)).map((concept) => [
    conceptName(concept),
    concept,
  ]),
);

/** What forms and letters of business have, as one schema. */
const EVERYTHING: ObjectNode = {
  kind: 'object',
  title: '',
  description: '',
  properties: new Map([...BY_NAME].map(([name, concept]) => [name, leaf(name, concept.kind)])),
  required: [],
};

function leaf(name: string, kind: ValueKind): ScalarNode {
  return {
    kind: 'scalar',
    title: titleOf(name),
    description: '',
    type: typeOfKind(kind),
    choices: null,
    pattern: null,
    format: null,
    minimum: null,
    maximum: null,
  };
}

/** The type a value of a concept is asked for as. */
export function typeOfKind(kind: ValueKind): ScalarType {
  if (kind === 'date') return 'date';
  return kind === 'amount' || kind === 'quantity' || kind === 'percent' ? 'number' : 'string';
}

/** A document asked for everything the catalogue knows: what it answers surely is a field of it. */
export function knownSightings(view: View): Sighting[] {
  const { readings } = gather(view, EVERYTHING);
  const asked = readings.filter(({ question, source }) => question.path.length > 0 && POINTING.has(source));
  return chooseReadings(asked, SURE).map((reading) => {
    const concept = BY_NAME.get(reading.question.path[0] ?? '') ?? null;
    const label = labelBeside(reading, view);
    return {
      label,
      callings: label === null ? [] : [label],
      concept,
      shape: scalar(reading.question.node.type),
      page: reading.span.page,
      box: reading.span.box,
    };
  });
}

/** The print left of a value or over it, where the catalogue lists it as one of its labels. */
function labelBeside({ span, question }: Reading, view: View): string | null {
  const { box } = span;
  const row = view.rows.find(
    (one) => one.page === span.page && one.top <= box.y + box.height / 2 && one.bottom >= box.y + box.height / 2,
  );
  const above = row === undefined ? [] : [view.rows[row.index - 1], view.rows[row.index - 2]];
  const texts = [
    ...(row?.lines ?? [])
      .filter((line) => line.box.x <= box.x)
      .map((line) => line.text.split(span.text)[0] ?? '')
      .reverse(),
    ...above
      .flatMap((one) => one?.lines ?? [])
      .filter(
        (line) => line.page === span.page && line.box.x < box.x + box.width && line.box.x + line.box.width > box.x,
      )
      .map((line) => line.text),
  ];
  const label = texts
    .map((text) => text.replace(/[\s:.#=–-]+$/u, '').trim())
    .find((text) => text !== '' && question.labels.has(labelKey(text)));
  return label ?? null;
}
