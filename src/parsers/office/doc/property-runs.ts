import { ParseError } from '../../parse-error';

/** Bytes of a page of properties. */
const PAGE_BYTES = 512;
/** Bytes of all lists of properties that are read: several times those of a long document. */
const MAX_LIST_BYTES = 1_000_000;

export type RunLookup<Properties> = (offset: number) => Properties | null;

/** How a kind of page keeps the properties of its runs. */
export interface PropertyLists<Properties> {
  /** Where a page has the list of the n-th of its `count` runs; empty: it has none. Several runs may share one. */
  listAt(page: DataView, index: number, count: number): DataView;
  read(list: DataView): Properties;
}

/** A page of properties: where its runs begin, the last one's end behind them, then where their lists are. */
interface PropertyPage {
  readonly view: DataView;
  readonly count: number;
  readonly start: number;
}

/**
 * Reads pages of properties (MS-DOC, 2.9.34 and 2.9.175) that a table of offsets leads to, each list when it is asked for.
 * What is out of bounds is left out. The lookup throws `ParseError` when it has read more than is read of one document.
 */
export function readRuns<Properties>(
  stream: Uint8Array,
  table: Uint8Array,
  lists: PropertyLists<Properties>,
): RunLookup<Properties> {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const count = Math.max(0, Math.floor((table.byteLength - 4) / 8));
  const numbers = new Set<number>();
  for (let index = 0; index < count; index += 1)
    numbers.add(view.getUint32(4 * (count + 1) + 4 * index, true) & 0x3fffff);
  const pages = [...numbers].flatMap((number) => pageAt(stream, number * PAGE_BYTES) ?? []);
  pages.sort((a, b) => a.start - b.start);
  return lookup(pages, lists);
}

function pageAt(stream: Uint8Array, start: number): PropertyPage | null {
  if (start + PAGE_BYTES > stream.length) return null;
  const view = new DataView(stream.buffer, stream.byteOffset + start, PAGE_BYTES);
  const count = view.getUint8(PAGE_BYTES - 1);
  if (count === 0 || 4 * (count + 1) + count > PAGE_BYTES) return null;
  return { view, count, start: view.getUint32(0, true) };
}

function lookup<Properties>(
  pages: readonly PropertyPage[],
  { listAt, read }: PropertyLists<Properties>,
): RunLookup<Properties> {
  let page: PropertyPage | undefined;
  let run = { start: 0, end: 0, list: -1 };
  /** Those of the page, by where their list is. */
  let known = new Map<number, Properties>();
  let readBytes = 0;
  return (offset) => {
    if (offset < run.start || offset >= run.end) {
      const next = pages[lastUpTo(pages.length, (index) => pages[index]?.start ?? 0, offset)];
      if (next === undefined) return null;
      if (next !== page) known = new Map();
      page = next;
      const { view, count } = next;
      const startOf = (index: number): number => view.getUint32(4 * index, true);
      const index = lastUpTo(count, startOf, offset);
      const list = listAt(view, index, count);
      run = { start: startOf(index), end: startOf(index + 1), list: list.byteOffset };
      if (offset < run.start || offset >= run.end) return null;
      if (!known.has(run.list)) {
        readBytes += list.byteLength;
        if (readBytes > MAX_LIST_BYTES)
          throw new ParseError(
            'document-unreadable',
            `this Word document has more than the ${MAX_LIST_BYTES} bytes of formatting that are read; save it as .docx`,
          );
        known.set(run.list, read(list));
      }
    }
    return known.get(run.list) ?? null;
  };
}

/** The last of so many that begins at an offset or before it; 0 where none does. */
function lastUpTo(count: number, startOf: (index: number) => number, offset: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (startOf(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
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
