/** https://talonic.com/docs/api/schemas — pure. */
import type { SchemaRecord } from '../../jobs/records';
import { iso } from './from-job';
import type { Schema, SchemaList } from './schema-wire';

export const fromSchema = (record: SchemaRecord, origin: string): Schema => ({
  id: record.id,
  short_id: record.shortId,
  name: record.name,
  description: record.description,
  definition: record.definition,
  field_count: record.fieldCount,
  version: record.version,
  created_at: iso(record.createdAt),
  updated_at: iso(record.updatedAt),
  links: {
    self: `/v1/schemas/${record.id}`,
    extractions: `/v1/extractions?schema_id=${record.id}`,
    dashboard: `${origin}/schemas/${record.id}`,
  },
});

/** One page holds all: the SDK's list takes no parameters, so it could never ask for a second. */
export const fromSchemas = (records: readonly SchemaRecord[], origin: string): SchemaList => ({
  data: records.map((record) => fromSchema(record, origin)),
  pagination: { total: records.length, limit: Math.max(records.length, 20), has_more: false, next_cursor: null },
});
