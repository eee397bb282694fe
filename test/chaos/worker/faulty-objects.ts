import { type Decide, under } from './fault';

/** What gives a stub. */
const STUBS = ['get', 'getByName'];

/** A namespace of objects whose calls fail as `decide` says. `site`: "object". */
export const faultyNamespace = <Namespace extends object>(
  namespace: Namespace,
  site: string,
  decide: Decide,
): Namespace =>
  new Proxy(namespace, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      const call = (args: unknown[]): unknown => Reflect.apply(member, target, args);
      if (typeof name !== 'string' || !STUBS.includes(name)) return (...args: unknown[]) => call(args);
      return (...args: unknown[]) => faultyStub(call(args) as object, site, decide);
    },
  });

/** Anything that is called from afar: a stub of an object, a Worker that is bound. */
export const faultyStub = <Stub extends object>(stub: Stub, site: string, decide: Decide): Stub =>
  new Proxy(stub, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function' || typeof name !== 'string') return member;
      return (...args: unknown[]) => under(decide(`${site}.${name}`), () => Reflect.apply(member, target, args));
    },
  });
