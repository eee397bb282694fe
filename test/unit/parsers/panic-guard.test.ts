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

  it('leaves nothing of a call that was cut off before it ended', async () => {
    const original = globalThis.queueMicrotask;
    void guardPanic(() => new Promise<never>(() => undefined));
    expect(await guardPanic(async () => 7)).toBe(7);
    expect(globalThis.queueMicrotask).toBe(original);
  });

  it('stays with a call when one that was given up ends late', async () => {
    let end = (): void => undefined;
    const late = guardPanic(() => new Promise<void>((resolve) => (end = resolve)));
    const call = guardPanic(async () => {
      end();
      await late;
      return new Promise<never>(() =>
        globalThis.queueMicrotask(() => {
          throw new WebAssembly.RuntimeError('unreachable');
        }),
      );
    });
    await expect(call).rejects.toThrow('unreachable');
  });

  it('gives back what the library gives back', async () => {
    const call = guardPanic(async () => {
      await new Promise<void>((resolve) => globalThis.queueMicrotask(resolve));
      return 7;
    });
    expect(await call).toBe(7);
  });
});
