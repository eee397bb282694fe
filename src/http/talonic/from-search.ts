/** https://talonic.com/docs/api/search — pure. */
import type { SearchResult } from '../../jobs/search-account';
import { known } from './from-extraction';
import type { SearchHits } from './search-wire';

/** Every field that is indexed can be filtered by. */
const FILTERABLE = true;

const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });

export const fromSearch = (result: SearchResult): SearchHits => ({
  documents: result.documents.map(({ id, filename, sourceId }) => ({
    id,
    name: filename,
    filename,
    ...known('sourceId', sourceId),
    ...known('sourceName', sourceId === null ? null : (result.sourceNames.get(sourceId) ?? null)),
  })),
  fieldMatches: result.values.map(({ found, field }) => ({
    resolvedFieldId: field.id,
    displayName: field.title,
    matchedValue: found.text,
    documentCount: found.documents,
    filterable: FILTERABLE,
    dataType: field.type,
  })),
  sources: result.sources.map(named),
  schemas: result.schemas.map(named),
  fields: result.fields.map(({ id, canonicalName, title, occurrences, type }) => ({
    id,
    canonicalName,
    displayName: title,
    documentCount: occurrences,
    filterable: FILTERABLE,
    dataType: type,
  })),
});
