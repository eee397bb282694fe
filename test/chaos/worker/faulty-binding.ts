import { type Decide, under } from './fault';

/**
 * A binding whose calls fail as `decide` says; whatever else it has stays as it is. `site`: what stands before the name of
 * the method when `decide` is asked.
 */
export function faultyBinding<Binding extends object>(
  binding: Binding,
  site: string,
  methods: readonly string[],
  decide: Decide,
): Binding {
  return new Proxy(binding, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      const call = (...args: unknown[]): unknown => Reflect.apply(member, target, args);
      if (typeof name !== 'string' || !methods.includes(name)) return call;
      return (...args: unknown[]) => under(decide(`${site}.${name}`), () => call(...args));
    },
  });
}

/** R2: every call of a bucket. */
export const faultyBucket = (bucket: R2Bucket, decide: Decide): R2Bucket =>
  faultyBinding(bucket, 'r2', ['put', 'get', 'head', 'list', 'delete'], decide);
