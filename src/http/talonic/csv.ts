import { valueAt } from '../../jobs/value-at';
import type { JsonObject, JsonValue } from '../../schema/json';
import type { ObjectNode } from '../../schema/schema-node';
import { fields } from '../../schema/walk';

/**
 * One extraction as RFC 4180 text: a heading of dotted fields in schema order and one row. Lists stand in their cell as
 * JSON; what is empty is an empty cell. The vendor documents no layout.
 */
export function toCsv(schema: ObjectNode, values: JsonObject): string {
  const columns = fields(schema);
  return [columns.map(({ key }) => key), columns.map(({ path }) => textOf(valueAt(values, path)))]
    .map((row) => `${row.map(quoted).join(',')}\r\n`)
    .join('');
}

const textOf = (value: JsonValue): string => {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
