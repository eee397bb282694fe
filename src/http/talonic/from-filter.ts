/** https://talonic.com/docs/api/documents (filter) — pure. */
import type { FoundDocument } from '../../jobs/document-search';
import type { FieldRecord, FieldValue } from '../../jobs/field';
import type { FilterDocuments, FilteredDocuments } from '../../jobs/filter-documents';
import { encodeCursor } from './cursor';
import type { FilteredDocument, FilterResult, FilterWarning } from './filter-wire';
import { known } from './from-extraction';
import { iso } from './from-job';
import { fromListing } from './list-window';
import { OFFSET } from './to-filter';

export function fromFiltered(
  { found, values, fields, warnings }: FilteredDocuments,
  { window, sort }: FilterDocuments,
): FilterResult {
  const { limit, offset } = window;
  const rows = found.items.map((document) => fromFound(document, values.get(document.id) ?? [], fields));
  const pagination = fromListing(found, limit);
  const isByValue = sort !== null && pagination.has_more;
  return {
    data: rows,
    documents: rows,
    total: found.total,
    page: Math.floor(offset / limit) + 1,
    limit,
    pagination: isByValue
      ? { ...pagination, next_cursor: encodeCursor({ createdAt: offset + limit, id: OFFSET }) }
      : pagination,
    warnings: warnings.map(
      ({ code, message, field, fieldId, suggestion }): FilterWarning => ({
        code: code.replaceAll('-', '_'),
        message,
        field,
        ...known('field_id', fieldId),
        ...known('suggestion', suggestion),
      }),
    ),
    links: { self: '/v1/documents/filter', fields: '/v1/fields' },
  };
}

function fromFound(
  { id, filename, sourceId, createdAt }: FoundDocument,
  values: readonly FieldValue[],
  fields: ReadonlyMap<string, FieldRecord>,
): FilteredDocument {
  const shown = values.flatMap((value) => {
    const field = fields.get(value.fieldId);
    return field === undefined ? [] : [{ field, value: shownAs(field.type, value) }];
  });
  return {
    id,
    document_id: id,
    filename,
    name: filename,
    ...known('sourceId', sourceId),
    uploadedAt: iso(createdAt),
    fields: Object.fromEntries(shown.map(({ field, value }) => [field.canonicalName, value])),
    fieldValues: Object.fromEntries(shown.map(({ field, value }) => [field.id, value])),
  };
}

/** Numbers and truths as such; a list as its text. */
function shownAs(type: string, { text, number }: FieldValue): string | number | boolean {
  if ((type === 'number' || type === 'integer') && number !== null) return number;
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text ?? '';
}
