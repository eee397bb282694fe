/** https://talonic.com/docs/api/schemas — pure. */
import type { Listing, SchemaRecord } from '../../jobs/records';
import { iso } from './from-job';
import { fromListing } from './list-window';
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

/** Without a limit one page holds all: the SDK's list takes no parameters, so it could never ask for a second. */
export const fromSchemas = (listing: Listing<SchemaRecord>, limit: number | null, origin: string): SchemaList => ({
  data: listing.items.map((record) => fromSchema(record, origin)),
  pagination: fromListing(listing, limit ?? Math.max(listing.total, 20)),
});
