import { describe, expect, it } from 'vitest';
import { guardPanic } from '../../../src/parsers/pdf/panic-guard';

describe('guardPanic', () => {
  it('rejects when a microtask of the library throws', async () => {
    const original = globalThis.queueMicrotask;
    const call = guardPanic(() => {
      globalThis.queueMicrotask(() => {
        throw new WebAssembly.RuntimeError('unreachable');
      });
      return new Promise<never>(() => undefined);
    });
    await expect(call).rejects.toThrow('unreachable');
    expect(globalThis.queueMicrotask).toBe(original);
  });

  it('gives back what the library gives back', async () => {
    const call = guardPanic(async () => {
      await new Promise<void>((resolve) => globalThis.queueMicrotask(resolve));
      return 7;
    });
    expect(await call).toBe(7);
  });
});
