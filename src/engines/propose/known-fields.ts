import { scalar } from '../../schema/proposed-field';
import type { ObjectNode, ScalarType } from '../../schema/schema-node';
import { chooseReadings } from '../layout/choose';
import { gather } from '../layout/gather';
import { FIELD_CONCEPTS } from '../layout/lexicon/catalogue';
import type { Concept, ValueKind } from '../layout/lexicon/concept';
import { PAGE_CONCEPTS } from '../layout/lexicon/pages-and-people';
import type { View } from '../layout/view';
import { conceptName } from './field-name';
import { isContested, isFarFetched, isToldByLook } from './known-label';
import { labelBeside } from './label-beside';
import { leafOf } from './leaf';
import type { Sighting } from './sighting';

/** How sure each kind of evidence must be. What is guessed from running text is no field of a form. */
const SURE: ReadonlyMap<string, number> = new Map([
  ['label', 0.75],
  ['field', 0.75],
  ['pattern', 0.75],
  ['address', 0.6],
  ['letterhead', 0.6],
]);
/** Letterheads and addresses stand on every letter; beside so many fields they are those of a form. */
const FORM_FIELDS = 3;

/** Without what web pages and people have: a recipe's "total" is of minutes. */
const KNOWN = FIELD_CONCEPTS.filter((concept) => !PAGE_CONCEPTS.includes(concept));

const BY_NAME: ReadonlyMap<string, Concept> = new Map(KNOWN.map((concept) => [conceptName(concept), concept]));

/** What forms and letters of business have, as one schema. */
const EVERYTHING: ObjectNode = {
  kind: 'object',
  title: '',
  description: '',
  properties: new Map([...BY_NAME].map(([name, concept]) => [name, leafOf(name, typeOfKind(concept.kind))])),
  required: [],
};

/** The type a value of a concept is asked for as. */
export function typeOfKind(kind: ValueKind): ScalarType {
  if (kind === 'date') return 'date';
  return kind === 'amount' || kind === 'quantity' || kind === 'percent' ? 'number' : 'string';
}

/** A document asked for everything the catalogue knows: what it answers surely is a field of it. */
export function knownSightings(view: View): Sighting[] {
  const { readings } = gather(view, EVERYTHING);
  const asked = readings.filter(
    ({ question, source, score }) => question.path.length > 0 && score >= (SURE.get(source) ?? 1),
  );
  const chosen = chooseReadings(asked, 0);
  const isForm = chosen.filter(({ source }) => source === 'label').length >= FORM_FIELDS;
  const fitting = chosen.filter(({ source }) => isForm || (source !== 'address' && source !== 'letterhead'));
  return fitting.flatMap((reading): Sighting[] => {
    const asked = BY_NAME.get(reading.question.path[0] ?? '') ?? null;
    const label = labelBeside(reading, view);
    const concept = asked !== null && isSaidBy(label, asked) ? asked : null;
    if (concept === null && label === null) return [];
    return [
      {
        label,
        callings: label === null ? [] : [label],
        concept,
        shape: scalar(reading.question.node.type),
        texts: [reading.span.text],
        value: reading.value,
        page: reading.span.page,
        box: reading.span.box,
      },
    ];
  });
}

/** Without a label the place says what it is. */
const isSaidBy = (label: string | null, concept: Concept): boolean =>
  label === null ? isToldByLook(concept) : !isContested(label, concept, KNOWN) && !isFarFetched(label, concept);
