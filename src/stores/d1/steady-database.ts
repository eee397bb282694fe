import { type Patience, steadily } from '../../jobs/steadily';
import { isPassing } from './outages';

/** What runs a statement. `bind` only makes another one. */
const RUNS: ReadonlySet<string | symbol> = new Set(['all', 'first', 'raw', 'run']);

interface Known {
  readonly bare: D1PreparedStatement;
  readonly sql: string;
}

/**
 * A database that runs a statement again when the connection to it was lost, where twice is as good as once: nobody knows
 * whether it was carried out before. What still fails, fails as it did.
 */
export function createSteadyDatabase(d1: D1Database, patience: Patience): D1Database {
  const known = new WeakMap<D1PreparedStatement, Known>();
  const run = <Value>(work: () => Promise<Value>, statements: readonly string[]) =>
    steadily(work, (error) => isPassing(error) && statements.every(mayRunTwice), patience);

  const steady = (bare: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const statement = new Proxy(bare, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        const call = (args: readonly unknown[]) => Reflect.apply(member, target, args);
        if (name === 'bind') return (...values: unknown[]) => steady(call(values), sql);
        return RUNS.has(name)
          ? (...args: unknown[]) => run(async () => call(args), [sql])
          : (...args: unknown[]) => call(args);
      },
    });
    known.set(statement, { bare, sql });
    return statement;
  };

  return new Proxy(d1, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => steady(target.prepare(sql), sql);
      if (name === 'batch')
        return (statements: readonly D1PreparedStatement[]) => {
          const bare = statements.map((statement) => known.get(statement) ?? { bare: statement, sql: UNKNOWN });
          return run(
            () => target.batch(bare.map((one) => one.bare)),
            bare.map(({ sql }) => sql),
          );
        };
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

/** Stands for a statement that was not prepared here, and is not run twice. */
const UNKNOWN = 'insert';

/**
 * Whether a statement that was carried out does no harm and answers the same when it comes again. One that answers what it
 * has changed would say that there was nothing to change, and an insert that expects nothing in its place would find itself.
 */
export const mayRunTwice = (sql: string): boolean =>
  !/\breturning\b/i.test(sql) && (!/^\s*insert\b/i.test(sql) || /^\s*insert or\b|\bon conflict\b/i.test(sql));
