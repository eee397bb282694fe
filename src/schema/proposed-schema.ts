import type { JsonObject } from './json';
import type { ProposedField, ScalarShape, Shape } from './proposed-field';

/** Labels quoted of one field. */
const MOST_QUOTED = 3;
/** Characters quoted of one label. */
const LONGEST_QUOTE = 80;

/** JSON Schema of each field; `exemplified`: with what stood in the documents, as `x-examples`. */
export const propertiesOf = (fields: readonly ProposedField[], exemplified = false): JsonObject =>
  Object.fromEntries(fields.map((field): [string, JsonObject] => [field.name, propertyOf(field, exemplified)]));

/** JSON Schema of an object of which nothing may be left out and to which nothing may be added. */
export const strictSchemaOf = (fields: readonly ProposedField[], exemplified = false): JsonObject => ({
  type: 'object',
  properties: propertiesOf(fields, exemplified),
  required: fields.map(({ name }) => name),
  additionalProperties: false,
});

function propertyOf({ title, labels, shape, examples }: ProposedField, exemplified: boolean): JsonObject {
  const description =
    labels.length === 0 ? title : `${title}, e.g. called ${labels.slice(0, MOST_QUOTED).map(quoted).join(' or ')}`;
  const shown = exemplified && examples.length > 0 ? { 'x-examples': examples } : {};
  return { ...typeOf(shape, exemplified), title, description, ...shown };
}

const quoted = (label: string): string => `"${label.replaceAll('"', "'").slice(0, LONGEST_QUOTE)}"`;

function typeOf(shape: Shape, exemplified: boolean): JsonObject {
  switch (shape.kind) {
    case 'scalar':
      return scalarType(shape);
    case 'list':
      return { type: 'array', items: scalarType(shape.of) };
    case 'table': {
      const items = exemplified
        ? strictSchemaOf(shape.columns, true)
        : { type: 'object', properties: propertiesOf(shape.columns) };
      return { type: 'array', items };
    }
  }
}

function scalarType({ type, format, choices }: ScalarShape): JsonObject {
  if (type === 'date' || type === 'date-time') return { type: 'string', format: type };
  return { type, ...(format === null ? {} : { format }), ...(choices === undefined ? {} : { enum: choices }) };
}
