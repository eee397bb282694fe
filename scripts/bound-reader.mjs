// Gives the memory of the PDF reader an end. Only the WebAssembly file itself can say where that is, and the published one
// says none: a few bytes of a document could have it take a gigabyte, which ends an isolate with all that runs in it. A
// reader that asks for more than this fails, and its document with it. Run after each installation; changes nothing twice.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './root.mjs';

const FILE = join(root, 'node_modules/@llamaindex/liteparse-wasm/pkg/liteparse_wasm_bg.wasm');
/** Of 64 KiB: 96 MiB. A page drawn for OCR takes 65 MB in the largest documents measured, an isolate may take 128 MB. */
const MOST_PAGES = 1536;
const HEADER_BYTES = 8;
const MEMORY_SECTION = 5;
const ONE_MEMORY = 1;
const WITHOUT_END = 0;
const WITH_END = 1;

export function boundReader() {
  const bytes = readFileSync(FILE);
  const bounded = withBoundedMemory(bytes, MOST_PAGES);
  if (bounded === bytes) return;
  // Exchanged whole: another process may be reading it.
  const fresh = `${FILE}.${process.pid}`;
  writeFileSync(fresh, bounded);
  renameSync(fresh, FILE);
}

/** A module (WebAssembly core specification, 5.5.8) whose one memory grows no larger; itself where it does not. */
export function withBoundedMemory(module, mostPages) {
  const { start, content, end } = memorySection(module);
  const [memories, kind] = module.subarray(content, end);
  if (memories !== ONE_MEMORY || (kind !== WITHOUT_END && kind !== WITH_END))
    throw new Error('the PDF reader has a memory of another kind than was expected');
  const first = decoded(module, content + 2);
  if (kind === WITH_END && decoded(module, first.end).value <= mostPages) return module;
  const limits = [...encoded(first.value), ...encoded(mostPages)];
  const section = [MEMORY_SECTION, ...encoded(limits.length + 2), ONE_MEMORY, WITH_END, ...limits];
  return Buffer.concat([module.subarray(0, start), Buffer.from(section), module.subarray(end)]);
}

function memorySection(module) {
  for (let start = HEADER_BYTES; start < module.length; ) {
    const { value: length, end: content } = decoded(module, start + 1);
    if (module[start] === MEMORY_SECTION) return { start, content, end: content + length };
    start = content + length;
  }
  throw new Error('the PDF reader has no memory of its own');
}

/** LEB128, unsigned: seven bits a byte, the lowest first. */
function encoded(number) {
  return number < 0x80 ? [number] : [(number & 0x7f) | 0x80, ...encoded(number >>> 7)];
}

function decoded(bytes, at) {
  let value = 0;
  for (let end = at, shift = 0; ; end += 1, shift += 7) {
    value |= (bytes[end] & 0x7f) << shift;
    if (bytes[end] < 0x80) return { value, end: end + 1 };
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) boundReader();
