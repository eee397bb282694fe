import { initSync, LiteParse, type ParseResult } from '@llamaindex/liteparse-wasm';
import module from '@llamaindex/liteparse-wasm/liteparse_wasm_bg.wasm';
import { joinBytes, lengthOf } from '../join-bytes';

/**
 * A heap that has grown to this is given up after its call: memory once taken is not given back otherwise. Most documents
 * take less than half as much, and another instance three milliseconds.
 */
const LARGEST_HEAP_BYTES = 16 * 1024 * 1024;
const STANDARD_OUTPUT = 1;
/** What frees things of the heap: called by the library, and by the collector of garbage for what the library left lying. */
const DESTRUCTORS = ['__wbindgen_destroy_closure_command_export', '__wbg_liteparse_free'] as const;

/**
 * What the library calls into. It takes the exports of one instance and keeps them for good, so it is given an object whose
 * content can be exchanged.
 */
const held: Partial<ReturnType<typeof initSync>> = {};
let imports: WebAssembly.Imports | null = null;
let isUnderWay = (): boolean => false;

/** Sets PDFium up, once per isolate. `isCalled`: whether a call of the library is under way. */
export function startReader(isCalled: () => boolean): void {
  if (imports !== null) return;
  isUnderWay = isCalled;
  const { Instance } = WebAssembly;
  // The one moment at which the library says what it wants to be called with.
  const place = (instance: typeof Instance): void => void Reflect.set(WebAssembly, 'Instance', instance);
  function taken(wanted: WebAssembly.Module, given: WebAssembly.Imports): { readonly exports: typeof held } {
    imports = given;
    silence(given);
    hold(new Instance(wanted, given));
    return { exports: held };
  }
  place(taken as unknown as typeof Instance);
  try {
    initSync({ module });
  } finally {
    place(Instance);
  }
}

/**
 * Puts a new instance in the place of one that has trapped: its stack is not rolled back then, its heap half written, and
 * after some hundred traps it would read nothing any more. No call of the library may be under way.
 */
export function renewReader(): void {
  if (imports === null) return;
  const { memory } = held;
  hold(new WebAssembly.Instance(module, imports));
  // The library sees that its views are of another memory by their buffer being detached.
  memory?.grow(0);
  held.__wbindgen_start?.();
  // It looks only where it reads, and a view would keep the whole memory until then: this reads through each kind of view.
  new LiteParse({ quiet: true, imageMode: 'off' });
}

/** Has the library read a file in pieces that follow one another: joined out here they would be one copy of it more. */
export function parsePieces(reader: LiteParse, [first, ...others]: readonly Uint8Array[]): Promise<ParseResult> {
  const { __wbindgen_malloc_command_export: allocate, liteparse_parse: parse, memory } = held;
  if (first === undefined || allocate === undefined || parse === undefined || memory === undefined)
    throw new Error('the PDF reader is not there');
  const more = lengthOf(others);
  // The library allocates as much as the first is long, copies it there, and tells the place and the length.
  Object.assign(held, {
    __wbindgen_malloc_command_export: (length: number, align: number) => allocate(length + more, align),
    liteparse_parse(self: number, place: number, length: number) {
      new Uint8Array(memory.buffer, place + length, more).set(joinBytes(others));
      return parse(self, place, length + more);
    },
  });
  try {
    return reader.parse(first);
  } finally {
    Object.assign(held, { __wbindgen_malloc_command_export: allocate, liteparse_parse: parse });
  }
}

/** Whether the heap of the instance is larger than one should be kept. */
export const hasLargeHeap = (): boolean => (held.memory?.buffer.byteLength ?? 0) > LARGEST_HEAP_BYTES;

/** Garbage is collected between calls, and may be of an instance before this one: nothing of it is freed in this one's heap. */
function hold({ exports }: WebAssembly.Instance): void {
  Object.assign(held, exports);
  for (const name of DESTRUCTORS) {
    const destroy = exports[name];
    if (typeof destroy !== 'function') continue;
    Object.assign(held, { [name]: (...given: unknown[]) => (isUnderWay() ? destroy(...given) : undefined) });
  }
}

/** What a panic or PDFium writes to the console may be words of the document. What goes to standard output is thrown away. */
function silence(given: WebAssembly.Imports): void {
  for (const group of Object.values(given)) {
    for (const [name, call] of Object.entries(group)) {
      if (typeof call !== 'function') continue;
      if (name.startsWith('__wbg_error_')) group[name] = () => undefined;
      if (name === 'fd_write') group[name] = (_: number, ...rest: readonly number[]) => call(STANDARD_OUTPUT, ...rest);
    }
  }
}
