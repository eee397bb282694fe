import { env } from 'cloudflare:workers';

/** How SQLite will answer a query, one step a line. */
export const planOf = (query: { toSQL(): { sql: string; params: unknown[] } }): Promise<string> =>
  explained(query.toSQL());

/** How SQLite answers every statement that is sent while something is done with the database. */
export async function plansOf(act: (d1: D1Database) => Promise<unknown>): Promise<readonly string[]> {
  const sent: { sql: string; params: unknown[] }[] = [];
  const listening: D1Database = Object.assign(Object.create(env.DB), {
    batch: (statements: D1PreparedStatement[]) => env.DB.batch(statements),
    prepare: (sql: string) => ({
      bind(...params: unknown[]) {
        sent.push({ sql, params });
        return env.DB.prepare(sql).bind(...params);
      },
    }),
  });
  await act(listening);
  return Promise.all(sent.map(explained));
}

async function explained({ sql, params }: { sql: string; params: unknown[] }): Promise<string> {
  const { results } = await env.DB.prepare(`explain query plan ${sql}`)
    .bind(...params)
    .all<{ detail: string }>();
  return results.map((step) => step.detail).join('\n');
}
