import { type Decide, under } from './fault';

const RUNS = ['all', 'first', 'raw', 'run'];

/** D1: every statement that is run, and every batch as the whole it is. */
export function faultyDatabase(d1: D1Database, decide: Decide): D1Database {
  const bare = new WeakMap<D1PreparedStatement, D1PreparedStatement>();

  const faulty = (statement: D1PreparedStatement): D1PreparedStatement => {
    const outer = new Proxy(statement, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        const call = (args: unknown[]) => Reflect.apply(member, target, args);
        if (name === 'bind') return (...values: unknown[]) => faulty(call(values));
        if (typeof name !== 'string' || !RUNS.includes(name)) return (...args: unknown[]) => call(args);
        return (...args: unknown[]) => under(decide(`d1.${name}`), () => call(args));
      },
    });
    bare.set(outer, statement);
    return outer;
  };

  return new Proxy(d1, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => faulty(target.prepare(sql));
      if (name === 'batch')
        return (statements: D1PreparedStatement[]) =>
          under(decide('d1.batch'), () => target.batch(statements.map((one) => bare.get(one) ?? one)));
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
