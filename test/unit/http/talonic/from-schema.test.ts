import { expect, test } from 'vitest';
import { fromSchemas } from '../../../../src/http/talonic/from-schema';
import { DEFINITION, NOON, ORIGIN } from './records';

test('all schemas are one page, unless a page is asked for', () => {
  const record = {
    id: 'schema-1',
    accountId: 'a',
    shortId: 'SCH-1A2B3C4D',
    name: 'Invoice',
    description: null,
    definition: DEFINITION,
    fieldCount: 3,
    version: 2,
    createdAt: NOON,
    updatedAt: NOON + 1,
  };
  const listing = { items: Array(25).fill(record), total: 25, next: null };
  const { data, pagination } = fromSchemas(listing, null, ORIGIN);
  expect(data[24]).toEqual({
    id: 'schema-1',
    short_id: 'SCH-1A2B3C4D',
    name: 'Invoice',
    description: null,
    definition: DEFINITION,
    field_count: 3,
    version: 2,
    created_at: '2026-01-02T03:04:05.006Z',
    updated_at: '2026-01-02T03:04:05.007Z',
    links: {
      self: '/v1/schemas/schema-1',
      extractions: '/v1/extractions?schema_id=schema-1',
      dashboard: 'https://quarry.test/schemas/schema-1',
    },
  });
  expect(pagination).toEqual({ total: 25, limit: 25, has_more: false, next_cursor: null });
  expect(fromSchemas({ ...listing, next: { createdAt: 1, id: 'a' } }, 2, ORIGIN).pagination).toMatchObject({
    limit: 2,
    has_more: true,
  });
});
