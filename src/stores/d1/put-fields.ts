import type { FieldRecord, FieldValue } from '../../jobs/field';
import { inChunks } from './in-chunks';

/** Rows of one statement: their JSON is one bound value, which may have 2 MB, and a text has up to 1,000 characters. */
const ROWS_PER_STATEMENT = 250;

/** Fields and values as few statements: rows travel as JSON text, since a statement has at most 100 bound parameters. */
export const putFields = (
  d1: D1Database,
  accountId: string,
  fields: readonly FieldRecord[],
  values: readonly FieldValue[],
): D1PreparedStatement[] => [
  ...inChunks(fields, ROWS_PER_STATEMENT).map((rows) => d1.prepare(PUT_FIELDS).bind(JSON.stringify(rows), accountId)),
  ...inChunks(values, ROWS_PER_STATEMENT).map((rows) => d1.prepare(PUT_VALUES).bind(JSON.stringify(rows), accountId)),
];

const PUT_FIELDS = `
    INSERT INTO fields (id, account_id, canonical_name, title, type, description, "group", created_at, updated_at)
    SELECT value ->> 'id', ?2, value ->> 'canonicalName', value ->> 'title', value ->> 'type', value ->> 'description',
      value ->> 'group', value ->> 'createdAt', value ->> 'updatedAt'
    FROM json_each(?1) WHERE true
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, type = excluded.type, description = excluded.description, updated_at = excluded.updated_at
    WHERE (excluded.title, excluded.type, excluded.description) <> (fields.title, fields.type, fields.description)`;

/** A document may have been deleted while it was read, and so may the result. */
const PUT_VALUES = `
    INSERT INTO field_values (field_id, document_id, account_id, extraction_id, text, number, time, at)
    SELECT value ->> 'fieldId', value ->> 'documentId', ?2, value ->> 'extractionId', value ->> 'text', value ->> 'number', value ->> 'time', value ->> 'at'
    FROM json_each(?1)
    WHERE EXISTS (SELECT 1 FROM documents WHERE documents.id = value ->> 'documentId' AND documents.account_id = ?2)
      AND EXISTS (SELECT 1 FROM extractions JOIN jobs ON jobs.id = extractions.job_id
        WHERE extractions.id = value ->> 'extractionId' AND extractions.deleted_at IS NULL AND jobs.status <> 'expired')
    ON CONFLICT (field_id, document_id) DO UPDATE SET extraction_id = excluded.extraction_id, text = excluded.text,
      number = excluded.number, time = excluded.time, at = excluded.at
    WHERE excluded.at > field_values.at
      OR (excluded.at = field_values.at AND (excluded.extraction_id <> field_values.extraction_id OR excluded.text IS NOT field_values.text))`;
