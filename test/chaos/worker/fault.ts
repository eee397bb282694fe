/** What is to go wrong with one call. */
export type Fault =
  | { readonly kind: 'none' }
  /** Fails without having been carried out. */
  | { readonly kind: 'before'; readonly error: Error }
  /** Is carried out, but its caller hears that it failed. */
  | { readonly kind: 'after'; readonly error: Error }
  | { readonly kind: 'late'; readonly ms: number };

export const NO_FAULT: Fault = { kind: 'none' };

/** Says of each call what is to go wrong with it. `site`: "d1.all", "r2.put". */
export type Decide = (site: string) => Fault;

/** Carries out a call under a fault. */
export async function under<Value>(fault: Fault, call: () => Value | Promise<Value>): Promise<Value> {
  if (fault.kind === 'before') throw fault.error;
  if (fault.kind === 'late') await scheduler.wait(fault.ms);
  const value = await call();
  if (fault.kind === 'after') throw fault.error;
  return value;
}
