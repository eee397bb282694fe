import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync } from '@llamaindex/liteparse-wasm';
import { expect, test } from 'vitest';
import { withBoundedMemory } from '../../../scripts/bound-reader.mjs';

/** A module with nothing but a memory of two pages, which it exports as `m`. */
const ENDLESS = Buffer.from([...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], ...[5, 3, 1, 0, 2], ...[7, 5, 1, 1, 0x6d, 2, 0]]);
/** The types are those of the Worker, which compiles nothing. */
const compiled = (bytes: Buffer): WebAssembly.Module => Reflect.construct(WebAssembly.Module, [bytes]);
const memoryOf = (bytes: Buffer): WebAssembly.Memory =>
  new WebAssembly.Instance(compiled(bytes)).exports.m as WebAssembly.Memory;

test('a memory grows to the pages it is given, and not by one more', () => {
  expect(memoryOf(ENDLESS).grow(5000)).toBe(2);
  const bounded = memoryOf(withBoundedMemory(ENDLESS, 1000));
  expect(bounded.grow(998)).toBe(2);
  expect(() => bounded.grow(1)).toThrow(RangeError);
});

test('a memory that ends sooner is left as it is; one that ends later ends as it is told', () => {
  const bounded = withBoundedMemory(ENDLESS, 1000);
  expect(withBoundedMemory(bounded, 2000)).toBe(bounded);
  const sooner = memoryOf(withBoundedMemory(bounded, 500));
  expect(sooner.grow(498)).toBe(2);
  expect(() => sooner.grow(1)).toThrow(RangeError);
});

test('the PDF reader that is installed takes no more than 96 MiB', () => {
  const file = createRequire(import.meta.url).resolve('@llamaindex/liteparse-wasm/liteparse_wasm_bg.wasm');
  const { memory } = initSync({ module: readFileSync(file) });
  const left = 1536 - memory.buffer.byteLength / 65536;
  expect(() => memory.grow(left + 1)).toThrow(RangeError);
  expect(memory.grow(left)).toBe(1536 - left);
});
