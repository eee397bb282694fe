import { type AnyColumn, eq, type SQL, sql } from 'drizzle-orm';

/** One bound parameter for any number of ids: D1 allows a hundred. */
export const isAmong = (column: AnyColumn, ids: readonly string[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;

/**
 * Whose a row is. Where rows are named by `ids`, the plus keeps indexes that begin with the account out: looking the ids up
 * and sorting them costs as much as there are ids, going through the account as much as it has rows.
 */
export const ownedBy = (column: AnyColumn, accountId: string, ids?: readonly string[]): SQL =>
  ids === undefined ? eq(column, accountId) : sql`+${column} = ${accountId}`;
