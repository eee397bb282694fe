import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One kind of thing that accounts keep to work with. `owners`: the rows it belongs to, and goes with; absent: to its account. */
function keptTable(name: string, owners?: () => AnySQLiteColumn) {
  const owner = text('owner_id').notNull();
  return sqliteTable(
    name,
    {
      id: text('id').primaryKey(),
      accountId: text('account_id').notNull(),
      ownerId: owners === undefined ? owner : owner.references(owners, { onDelete: 'cascade' }),
      /** The document it is about; null: none. */
      documentId: text('document_id'),
      /** JSON text: all that is nowhere else. */
      body: text('body').notNull(),
      version: integer('version').notNull(),
      createdAt: integer('created_at').notNull(),
      updatedAt: integer('updated_at').notNull(),
    },
    (table) => [
      // It begins with the owner, so that it also finds the rows that go with one.
      index(`${name}_by_time`).on(table.ownerId, table.accountId, table.createdAt, table.id),
      index(`${name}_by_document`).on(table.accountId, table.documentId),
    ],
  );
}

export type KeptTable = ReturnType<typeof keptTable>;

/** Forms that are filled again and again. */
export const templates = keptTable('templates');

/** Ways of working on documents, by what they do. */
export const projects = keptTable('projects');

export const datasets = keptTable('datasets', () => projects.id);

/** Documents with what is expected of them. */
export const datasetDocuments = keptTable('dataset_documents', () => datasets.id);

/** Ways in which a dataset is run. */
export const iterations = keptTable('iterations', () => datasets.id);

/** What documents of a dataset gave in an iteration; they also go with the dataset's document (by a trigger). */
export const predictions = keptTable('predictions', () => iterations.id);
