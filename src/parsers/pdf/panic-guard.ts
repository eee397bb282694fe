/**
 * Some damaged PDFs make the reader library panic inside a microtask of its own. Its promise then never settles. This turns
 * the panic into a rejection.
 */

/** As it is without a guard: one that is found in its place may be of a call that was cut off, and would stay for good. */
const plain = globalThis.queueMicrotask;

/** Makes one asynchronous call into the library; rejects when it panics. Other errors of microtasks pass as ever. */
export async function guardPanic<T>(call: () => Promise<T>): Promise<T> {
  let guarded = plain;
  try {
    return await new Promise<T>((resolve, reject) => {
      guarded = (task: unknown): void =>
        plain.call(globalThis, () => {
          try {
            if (typeof task === 'function') task();
          } catch (error) {
            // A stack that is exhausted is told by a RangeError.
            if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
            reject(error);
          }
        });
      globalThis.queueMicrotask = guarded;
      call().then(resolve, reject);
    });
  } finally {
    // The call after one that was given up has a guard of its own.
    if (globalThis.queueMicrotask === guarded) globalThis.queueMicrotask = plain;
  }
}
