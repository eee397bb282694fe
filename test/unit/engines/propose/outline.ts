import { proposeSchema } from '../../../../src/engines/propose/propose-schema';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { parseDocument } from '../../../../src/parsers/registry';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../src/schema/json';

export async function* oneByOne<T>(things: readonly T[]): AsyncGenerator<T> {
  yield* things;
}

export const read = (filename: string, text: string): Promise<ParsedDocument> =>
  parseDocument(new TextEncoder().encode(text), { filename, pages: null });

export const propose = (
  documents: readonly ParsedDocument[],
  prompt: string | null = null,
  base: JsonObject | null = null,
): Promise<JsonObject | null> =>
  proposeSchema({ documents: oneByOne(documents.map((document) => oneByOne([document]))), prompt, base });

/** Names and types alone: `{ total: 'number', line_items: [{ quantity: 'integer' }] }`. */
export function outline(schema: JsonValue | undefined): JsonValue {
  if (!isJsonObject(schema)) return null;
  if (schema.type === 'array') return [outline(schema.items)];
  if (!isJsonObject(schema.properties)) return schema.format ?? schema.type ?? null;
  return Object.fromEntries(Object.entries(schema.properties).map(([name, child]) => [name, outline(child)]));
}

export const outlineOf = async (...args: Parameters<typeof propose>): Promise<JsonValue> =>
  outline((await propose(...args)) ?? undefined);
