import type { FoundDocument } from './document-search';
import type { FieldRecord, FoundValue } from './field';
import type { Ports } from './ports';
import type { Caller, SchemaRecord } from './records';
import { searchWords, wordsIn } from './search-words';
import type { SourceRecord } from './source';

/** What a search found, the best first. */
export interface SearchResult {
  readonly documents: readonly FoundDocument[];
  readonly values: readonly { readonly found: FoundValue; readonly field: FieldRecord }[];
  readonly sources: readonly SourceRecord[];
  readonly schemas: readonly SchemaRecord[];
  readonly fields: readonly FieldRecord[];
  /** Those that the documents found came through, by id. */
  readonly sourceNames: ReadonlyMap<string, string>;
}

/** More sources than these are not looked at. */
const MAX_SOURCES = 500;

/**
 * Everything of the account in which the words of a text are: documents with all of them in their name or values;
 * values, fields, schemas and sources with some, those with the most first. `limit`: of each kind.
 */
export async function searchAccount(ports: Ports, caller: Caller, text: string, limit: number): Promise<SearchResult> {
  const { accountId } = caller;
  const words = searchWords(text);
  const window = { limit, after: null, order: 'desc', offset: 0 } as const;
  const [documents, values, fields, schemas, sources] = await Promise.all([
    words.length === 0
      ? []
      : ports.fields
          .findDocuments(accountId, { ...window, tests: [], words, sourceId: null, sortBy: null })
          .then(({ items }) => items),
    ports.fields.searchValues(accountId, words, limit),
    ports.fields.all(accountId),
    ports.schemas.list(accountId),
    ports.sources.list(accountId, { ...window, limit: MAX_SOURCES }).then(({ items }) => items),
  ]);
  const byId = new Map(fields.map((field) => [field.id, field]));
  return {
    documents,
    values: values.flatMap((found) => {
      const field = byId.get(found.fieldId);
      return field === undefined ? [] : [{ found, field }];
    }),
    fields: best(fields, words, ({ canonicalName, title }) => `${canonicalName} ${title}`).slice(0, limit),
    schemas: best(schemas, words, ({ name }) => name).slice(0, limit),
    sources: best(sources, words, ({ name }) => name).slice(0, limit),
    sourceNames: new Map(sources.map(({ id, name }) => [id, name])),
  };
}

/** Those with some of the words, most words first, else in the order they were in. */
const best = <Thing>(things: readonly Thing[], words: readonly string[], textOf: (thing: Thing) => string): Thing[] =>
  things
    .map((thing) => ({ thing, hits: wordsIn(textOf(thing), words) }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .map(({ thing }) => thing);
