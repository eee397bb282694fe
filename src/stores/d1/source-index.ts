import { and, count, eq } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import type { SourceIndex } from '../../jobs/index-ports';
import type { ListWindow } from '../../jobs/records';
import { behind, inOrder, listingOf } from './keyset';
import { sources } from './tables/documents';

/** Where documents come from, in D1. Does not know the documents. */
export function createD1SourceIndex(d1: D1Database): SourceIndex {
  const db = drizzle(d1);
  const owned = (accountId: string, id: string) => and(eq(sources.accountId, accountId), eq(sources.id, id));
  return {
    async add(record) {
      await db.insert(sources).values(record).onConflictDoNothing();
    },
    async get(accountId, id) {
      const [row] = await db.select().from(sources).where(owned(accountId, id));
      return row ?? null;
    },
    async list(accountId, window) {
      const { page, total } = sourceListQueries(db, accountId, window);
      const [rows, counted] = await db.batch([page, total]);
      return listingOf(rows, counted[0]?.total ?? 0, window.limit);
    },
    async update({ id, accountId, ...changed }) {
      const updated = await db.update(sources).set(changed).where(owned(accountId, id)).returning({ id: sources.id });
      return updated.length > 0;
    },
    async remove(accountId, id) {
      const removed = await db.delete(sources).where(owned(accountId, id)).returning({ id: sources.id });
      return removed.length > 0;
    },
  };
}

/** The two statements of a list: one page and one row more; all that match. */
export function sourceListQueries(db: DrizzleD1Database, accountId: string, window: ListWindow) {
  const owned = eq(sources.accountId, accountId);
  return {
    page: db
      .select()
      .from(sources)
      .where(and(owned, behind(sources, window)))
      .orderBy(...inOrder(sources, window))
      .limit(window.limit + 1)
      .offset(window.offset),
    total: db.select({ total: count() }).from(sources).where(owned),
  };
}
