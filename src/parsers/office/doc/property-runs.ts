/** Bytes of a page of properties. */
const PAGE_BYTES = 512;
/** Pages of properties in one file. */
const MAX_PAGES = 100_000;

/** Properties of a stretch of the stream. */
export interface PropertyRun<Properties> {
  readonly start: number;
  readonly end: number;
  readonly properties: Properties;
}

export type RunLookup<Properties> = (offset: number) => Properties | null;

/**
 * Reads pages of properties (MS-DOC, 2.9.34 and 2.9.175) that a table of offsets leads to. `read` reads the properties of
 * the n-th of `count` runs in a page. What is out of bounds is left out.
 */
export function readRuns<Properties>(
  stream: Uint8Array,
  table: Uint8Array,
  read: (page: DataView, index: number, count: number) => Properties,
): RunLookup<Properties> {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const pages = Math.min(MAX_PAGES, Math.floor((table.byteLength - 4) / 8));
  const runs: PropertyRun<Properties>[] = [];
  for (let index = 0; index < pages; index += 1) {
    const start = (view.getUint32(4 * (pages + 1) + 4 * index, true) & 0x3fffff) * PAGE_BYTES;
    if (start + PAGE_BYTES > stream.length) continue;
    const page = new DataView(stream.buffer, stream.byteOffset + start, PAGE_BYTES);
    const count = page.getUint8(PAGE_BYTES - 1);
    if (4 * (count + 1) + count > PAGE_BYTES) continue;
    for (let at = 0; at < count; at += 1) {
      const properties = read(page, at, count);
      runs.push({ start: page.getUint32(4 * at, true), end: page.getUint32(4 * at + 4, true), properties });
    }
  }
  runs.sort((a, b) => a.start - b.start);
  return lookup(runs);
}

function lookup<Properties>(runs: readonly PropertyRun<Properties>[]): RunLookup<Properties> {
  let last: PropertyRun<Properties> | undefined;
  return (offset) => {
    if (last !== undefined && offset >= last.start && offset < last.end) return last.properties;
    let low = 0;
    let high = runs.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((runs[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    last = runs[low];
    return last !== undefined && offset >= last.start && offset < last.end ? last.properties : null;
  };
}

/** Bytes of operands by the top three bits of a property's code; 0: the first byte says how many follow. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3];
/** The definition of a table has a length of two bytes. */
export const TABLE_DEFINITION = 0xd608;

/** The properties in a list of them (MS-DOC, 2.6), as code and operand. */
export function* propertiesIn(list: DataView): Generator<readonly [code: number, operand: DataView]> {
  let at = 0;
  while (at + 3 <= list.byteLength) {
    const code = list.getUint16(at, true);
    at += 2;
    const fixed = OPERAND_BYTES[code >> 13] ?? 1;
    if (code === TABLE_DEFINITION && at + 2 > list.byteLength) return;
    const head = code === TABLE_DEFINITION ? 2 : fixed === 0 ? 1 : 0;
    const length = code === TABLE_DEFINITION ? list.getUint16(at, true) - 1 : fixed === 0 ? list.getUint8(at) : fixed;
    if (length < 0 || at + head + length > list.byteLength) return;
    yield [code, new DataView(list.buffer, list.byteOffset + at + head, length)];
    at += head + length;
  }
}

/** A part of a page, cut at its end. */
export function partOf(page: DataView, offset: number, length: number): DataView {
  const start = Math.min(offset, page.byteLength);
  return new DataView(page.buffer, page.byteOffset + start, Math.max(0, Math.min(length, page.byteLength - start)));
}
