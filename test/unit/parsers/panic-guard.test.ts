import { describe, expect, it } from 'vitest';
import { guardPanic } from '../../../src/parsers/pdf/panic-guard';

/** An instance whose terminated flag lies at address 8. */
function instanceWithFlag(): { memory: WebAssembly.Memory; __instance_terminated: WebAssembly.Global } {
  const memory = new WebAssembly.Memory({ initial: 1 });
  new Int32Array(memory.buffer)[2] = 1;
  return { memory, __instance_terminated: new WebAssembly.Global({ value: 'i32', mutable: false }, 8) };
}

describe('guardPanic', () => {
  it('rejects when a microtask of the library throws, and lets the instance go on', async () => {
    const instance = instanceWithFlag();
    const original = globalThis.queueMicrotask;
    const call = guardPanic(instance, () => {
      globalThis.queueMicrotask(() => {
        throw new WebAssembly.RuntimeError('unreachable');
      });
      return new Promise<never>(() => undefined);
    });
    await expect(call).rejects.toThrow('unreachable');
    expect(new Int32Array(instance.memory.buffer)[2]).toBe(0);
    expect(globalThis.queueMicrotask).toBe(original);
  });

  it('gives back what the library gives back', async () => {
    const call = guardPanic(instanceWithFlag(), async () => {
      await new Promise<void>((resolve) => globalThis.queueMicrotask(resolve));
      return 7;
    });
    expect(await call).toBe(7);
  });
});
