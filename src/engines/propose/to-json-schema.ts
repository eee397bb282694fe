import type { JsonObject } from '../../schema/json';
import type { ProposedField, ScalarShape, Shape } from './proposed-field';

/** Labels quoted of one field. */
const MOST_QUOTED = 3;
/** Characters quoted of one label. */
const LONGEST_QUOTE = 80;

export const propertiesOf = (fields: readonly ProposedField[]): JsonObject =>
  Object.fromEntries(fields.map((field): [string, JsonObject] => [field.name, propertyOf(field)]));

function propertyOf({ title, labels, shape }: ProposedField): JsonObject {
  const description =
    labels.length === 0 ? title : `${title}, e.g. called ${labels.slice(0, MOST_QUOTED).map(quoted).join(' or ')}`;
  return { ...typeOf(shape), title, description };
}

const quoted = (label: string): string => `"${label.replaceAll('"', "'").slice(0, LONGEST_QUOTE)}"`;

function typeOf(shape: Shape): JsonObject {
  switch (shape.kind) {
    case 'scalar':
      return scalarType(shape);
    case 'list':
      return { type: 'array', items: scalarType(shape.of) };
    case 'table':
      return { type: 'array', items: { type: 'object', properties: propertiesOf(shape.columns) } };
  }
}

function scalarType({ type, format }: ScalarShape): JsonObject {
  if (type === 'date' || type === 'date-time') return { type: 'string', format: type };
  return format === null ? { type } : { type, format };
}
