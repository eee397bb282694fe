import { AsyncLocalStorage } from 'node:async_hooks';

/** A clock of its own for each component, though all of them run in one isolate. */
export interface Clocks {
  /** Does `work` by the clock of a component. */
  within<Value>(component: string, work: () => Value): Value;
}

/** From now on `Date.now` is wrong by what `offsetMs` says of the component that asks. */
export function setClocks(trueNow: () => number, offsetMs: (component: string) => number): Clocks {
  const current = new AsyncLocalStorage<string>();
  Date.now = () => {
    const component = current.getStore();
    return trueNow() + (component === undefined ? 0 : offsetMs(component));
  };
  return { within: (component, work) => current.run(component, work) };
}
