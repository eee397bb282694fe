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
/** How calls that have not ended are rejected. While there are any, microtasks are watched. */
const inFlight = new Set<(error: unknown) => void>();
let unwatched: typeof queueMicrotask | null = null;

/** Makes one asynchronous call into the library; rejects when it panics. Other errors of microtasks pass as ever. */
export async function guardPanic<T>(instance: Instance, call: () => Promise<T>): Promise<T> {
  let end = (): void => undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      inFlight.add(reject);
      end = () => inFlight.delete(reject);
      watch(instance);
      call().then(resolve, reject);
    });
  } finally {
    end();
    unwatch();
  }
}

function watch(instance: Instance): void {
  if (unwatched !== null) return;
  const original = globalThis.queueMicrotask;
  unwatched = original;
  globalThis.queueMicrotask = (task: unknown): void => {
    original.call(globalThis, () => {
      try {
        if (typeof task === 'function') task();
      } catch (error) {
        // A stack that is exhausted is told by a RangeError.
        if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
        trapped.push(task);
        revive(instance);
        for (const reject of inFlight) reject(error);
      }
    });
  };
}

function unwatch(): void {
  if (inFlight.size > 0 || unwatched === null) return;
  globalThis.queueMicrotask = unwatched;
  unwatched = null;
}

function revive(instance: Instance): void {
  const address: unknown = instance.__instance_terminated?.value;
  if (typeof address === 'number') new Int32Array(instance.memory.buffer)[address / 4] = 0;
}
