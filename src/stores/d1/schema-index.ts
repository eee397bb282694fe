import { and, desc, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { SchemaIndex } from '../../jobs/index-ports';
import type { SchemaRecord } from '../../jobs/records';
import type { JsonObject } from '../../schema/json';
import { schemas, schemaVersions } from './tables/schemas';

type Row = typeof schemas.$inferSelect;

const SHORT_ID = /^SCH-[0-9A-F]{8}$/i;

/** Schemas and all their versions in D1. */
export function createD1SchemaIndex(binding: D1Database): SchemaIndex {
  const db = drizzle(binding);
  const owned = (accountId: string, id: string) => and(eq(schemas.accountId, accountId), eq(schemas.id, id));
  return {
    async add(record) {
      const row = toRow(record);
      await db.batch([
        db.insert(schemas).values(row).onConflictDoNothing(),
        db
          .insert(schemaVersions)
          .values({
            schemaId: row.id,
            version: row.version,
            accountId: row.accountId,
            definition: row.definition,
            createdAt: row.updatedAt,
          })
          .onConflictDoNothing(),
      ]);
    },
    async get(accountId, idOrShortId) {
      const named = SHORT_ID.test(idOrShortId)
        ? and(eq(schemas.accountId, accountId), eq(schemas.shortId, idOrShortId.toUpperCase()))
        : owned(accountId, idOrShortId);
      const [row] = await db.select().from(schemas).where(named).orderBy(desc(schemas.createdAt)).limit(1);
      return row === undefined ? null : toRecord(row);
    },
    async list(accountId) {
      const rows = await db
        .select()
        .from(schemas)
        .where(eq(schemas.accountId, accountId))
        .orderBy(desc(schemas.createdAt), desc(schemas.id));
      return rows.map(toRecord);
    },
    async update(record) {
      const { id, accountId, version, ...changed } = toRow(record);
      const [updated] = await db.batch([
        db
          .update(schemas)
          .set({ ...changed, version })
          .where(and(owned(accountId, id), eq(schemas.version, version - 1)))
          .returning({ id: schemas.id }),
        // Copied from the row, so that a lost race or a deletion in between leaves no version of its own.
        db
          .insert(schemaVersions)
          .select(
            db
              .select({
                schemaId: schemas.id,
                version: schemas.version,
                accountId: schemas.accountId,
                definition: schemas.definition,
                createdAt: sql<number>`${schemas.updatedAt}`.as('created_at'),
              })
              .from(schemas)
              .where(and(owned(accountId, id), eq(schemas.version, version))),
          )
          .onConflictDoNothing(),
      ]);
      return updated.length > 0;
    },
    async remove(accountId, id) {
      const [removed] = await db.batch([
        db.delete(schemas).where(owned(accountId, id)).returning({ id: schemas.id }),
        db.delete(schemaVersions).where(and(eq(schemaVersions.schemaId, id), eq(schemaVersions.accountId, accountId))),
      ]);
      return removed.length > 0;
    },
  };
}

const toRow = (record: SchemaRecord): Row => ({ ...record, definition: JSON.stringify(record.definition) });

const toRecord = (row: Row): SchemaRecord => ({ ...row, definition: storedDefinition(row.definition) });

/** What `toRow` wrote. */
const storedDefinition = (text: string): JsonObject => JSON.parse(text) as JsonObject;
