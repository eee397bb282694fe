import { and, count, eq, sql } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import type { AgentRecord } from '../../jobs/agent';
import { JobError } from '../../jobs/errors';
import type { AgentIndex } from '../../jobs/index-ports';
import type { ListWindow } from '../../jobs/records';
import type { AskedAs, ReadOptions } from '../../jobs/request';
import type { JsonObject } from '../../schema/json';
import { behind, inOrder, listingOf } from './keyset';
import { agents } from './tables/schemas';

type Row = typeof agents.$inferSelect;

/** Stored agents. The unique index on their names decides who comes first. */
export function createD1AgentIndex(d1: D1Database): AgentIndex {
  const db = drizzle(d1);
  const inFamily = (accountId: string, family: string) =>
    and(eq(agents.accountId, accountId), eq(agents.family, family));
  const holderOf = async ({ accountId, family, name }: AgentRecord) => {
    const [row] = await db
      .select()
      .from(agents)
      .where(and(inFamily(accountId, family), eq(agents.name, name)));
    return row;
  };
  return {
    async add(record) {
      const added = await db.insert(agents).values(toRow(record)).onConflictDoNothing().returning({ id: agents.id });
      if (added.length === 0 && (await holderOf(record))?.id !== record.id) throw taken(record);
    },
    async get(accountId, family, id) {
      const [row] = await db
        .select()
        .from(agents)
        .where(and(inFamily(accountId, family), eq(agents.id, id)));
      return row === undefined ? null : toRecord(row);
    },
    async byName(accountId, family, name) {
      const [row] = await db
        .select()
        .from(agents)
        .where(and(inFamily(accountId, family), eq(agents.name, name)));
      return row === undefined ? null : toRecord(row);
    },
    async list(accountId, family, window) {
      const { page, total } = agentListQueries(db, accountId, family, window);
      const [rows, counted] = await db.batch([page, total]);
      return listingOf(rows.map(toRecord), counted[0]?.total ?? 0, window.limit);
    },
    async update(record) {
      const { id, accountId, family, ...changed } = toRow(record);
      const updated = await db
        .update(agents)
        .set(changed)
        .where(
          and(inFamily(accountId, family), eq(agents.id, id), eq(agents.version, record.version - 1), isFree(record)),
        )
        .returning({ id: agents.id });
      const holder = updated.length > 0 ? undefined : await holderOf(record);
      if (holder !== undefined && holder.id !== id) throw taken(record);
      return updated.length > 0;
    },
    async remove(accountId, family, id) {
      const removed = await db
        .delete(agents)
        .where(and(inFamily(accountId, family), eq(agents.id, id)))
        .returning({ id: agents.id });
      return removed.length > 0;
    },
  };
}

/** That nobody else has the name: asked in the statement that takes it, so that of two who take it one does. */
const isFree = ({ id, accountId, family, name }: AgentRecord) =>
  sql`not exists (select 1 from ${agents} as other where other.account_id = ${accountId} and other.family = ${family}
    and other.name = ${name} and other.id <> ${id})`;

/** The two statements of a list: one page and one row more; all that match. */
function agentListQueries(db: DrizzleD1Database, accountId: string, family: string, window: ListWindow) {
  const owned = and(eq(agents.accountId, accountId), eq(agents.family, family));
  return {
    page: db
      .select()
      .from(agents)
      .where(and(owned, behind(agents, window)))
      .orderBy(...inOrder(agents, window))
      .limit(window.limit + 1)
      .offset(window.offset),
    total: db.select({ total: count() }).from(agents).where(owned),
  };
}

const taken = ({ name }: AgentRecord): JobError =>
  new JobError('conflict', `name: there is one called "${name}" already; choose another name or change that one`, {
    field: 'name',
  });

const toRow = ({ definition, options, asked, ...record }: AgentRecord): Row => ({
  ...record,
  definition: JSON.stringify(definition),
  options: JSON.stringify(options),
  asked: JSON.stringify(asked),
});

/** Written only by `toRow`, so the shapes are known. */
const toRecord = ({ definition, options, asked, ...row }: Row): AgentRecord => ({
  ...row,
  definition: JSON.parse(definition) as JsonObject,
  options: JSON.parse(options) as ReadOptions,
  asked: JSON.parse(asked) as AskedAs,
});
