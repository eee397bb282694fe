import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const schemas = sqliteTable(
  'schemas',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    shortId: text('short_id').notNull(),
    name: text('name').notNull(),
    description: text('description'),
    /** Normalised JSON Schema. */
    definition: text('definition').notNull(),
    fieldCount: integer('field_count').notNull(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('schemas_by_time').on(table.accountId, table.createdAt, table.id),
    index('schemas_by_short_id').on(table.accountId, table.shortId, table.createdAt),
  ],
);

/** Every version a schema has had, the current one included. */
export const schemaVersions = sqliteTable(
  'schema_versions',
  {
    schemaId: text('schema_id').notNull(),
    version: integer('version').notNull(),
    accountId: text('account_id').notNull(),
    definition: text('definition').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schemaId, table.version] })],
);

/** A name, a shape and a way of reading, stored to be used again. */
export const agents = sqliteTable(
  'agents',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    family: text('family').notNull(),
    name: text('name').notNull(),
    /** Normalised JSON Schema. */
    definition: text('definition').notNull(),
    /** JSON text of `ReadOptions`. */
    options: text('options').notNull(),
    priority: text('priority', { enum: ['normal', 'high'] }).notNull(),
    /** JSON text of `AskedAs`. */
    asked: text('asked').notNull(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('agents_by_name').on(table.accountId, table.family, table.name),
    index('agents_by_time').on(table.accountId, table.family, table.createdAt, table.id),
  ],
);
