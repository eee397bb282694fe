import type { ParsedDocument } from '../../parsers/parsed-document';

/** Of a document that comes part by part the first and the last one, as one document; null when no part comes. */
export async function endsOf(parts: AsyncIterable<ParsedDocument>): Promise<ParsedDocument | null> {
  let first: ParsedDocument | null = null;
  let last: ParsedDocument | null = null;
  for await (const part of parts) {
    if (first === null) first = part;
    else last = part;
  }
  if (first === null || last === null) return first;
  return {
    ...first,
    pages: [...first.pages, ...last.pages],
    tables: [...first.tables, ...last.tables],
    fields: [...first.fields, ...last.fields],
  };
}
