/**
 * Some damaged PDFs make the reader library panic inside a microtask of its own. Its promise then never settles. This turns
 * the panic into a rejection.
 */

/** Makes one asynchronous call into the library; rejects when it panics. Other errors of microtasks pass as ever. */
export async function guardPanic<T>(call: () => Promise<T>): Promise<T> {
  const original = globalThis.queueMicrotask;
  try {
    return await new Promise<T>((resolve, reject) => {
      globalThis.queueMicrotask = (task: unknown): void =>
        original.call(globalThis, () => {
          try {
            if (typeof task === 'function') task();
          } catch (error) {
            // A stack that is exhausted is told by a RangeError.
            if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
            reject(error);
          }
        });
      call().then(resolve, reject);
    });
  } finally {
    globalThis.queueMicrotask = original;
  }
}
