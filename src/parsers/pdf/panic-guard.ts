/**
 * Some damaged PDFs make the reader library panic inside a microtask of its own. Its promise then never settles, and its
 * instance counts itself as terminated for good. This turns the panic into a rejection and lets the instance go on.
 */
interface Instance {
  readonly memory: WebAssembly.Memory;
  /** Address of the flag that the glue code sets when a call has trapped. */
  readonly __instance_terminated?: WebAssembly.Global;
}

/** What a microtask that trapped was called with: were it collected, its destructor would run in a heap it no longer fits. */
const trapped: unknown[] = [];

/** Runs one asynchronous call into the library; rejects when it panics. Calls must not overlap: see `inTurn`. */
export async function guardPanic<T>(instance: Instance, call: () => Promise<T>): Promise<T> {
  const original = globalThis.queueMicrotask;
  try {
    return await new Promise<T>((resolve, reject) => {
      globalThis.queueMicrotask = (task: unknown): void => {
        original.call(globalThis, () => {
          try {
            if (typeof task === 'function') task();
          } catch (error) {
            trapped.push(task);
            revive(instance);
            reject(error);
          }
        });
      };
      call().then(resolve, reject);
    });
  } finally {
    globalThis.queueMicrotask = original;
  }
}

function revive(instance: Instance): void {
  const address: unknown = instance.__instance_terminated?.value;
  if (typeof address === 'number') new Int32Array(instance.memory.buffer)[address / 4] = 0;
}

let last: Promise<unknown> = Promise.resolve();

/** One call after another: the library is not re-entrant, and the guard replaces a global while it runs. */
export function inTurn<T>(call: () => Promise<T>): Promise<T> {
  const turn = last.then(call, call);
  last = turn.catch(() => undefined);
  return turn;
}
