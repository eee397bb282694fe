/** Tags by number, as the library that decodes the pixels wants them: "t256" and what it holds. */
export type TiffTags = Record<`t${number}`, readonly unknown[] | Uint8Array>;

/** Tags of TIFF 6.0 that are looked at. */
export const TAGS = {
  width: 't256',
  height: 't257',
  bits: 't258',
  compression: 't259',
  photometric: 't262',
  fillOrder: 't266',
  stripOffsets: 't273',
  orientation: 't274',
  samples: 't277',
  stripRows: 't278',
  stripBytes: 't279',
  resolution: 't282',
  faxOptions: 't292',
  resolutionUnit: 't296',
  tileWidth: 't322',
  tileHeight: 't323',
  tileOffsets: 't324',
  tileBytes: 't325',
  jpegTables: 't347',
} as const;
export type Tag = (typeof TAGS)[keyof typeof TAGS];

/** Pages of one file that are looked for. */
const MAX_PAGES = 1000;
/** Values of one tag: a strip to each of as many rows. */
const MAX_VALUES = 100_000;
const ENTRY_BYTES = 12;
/** Directories inside directories, of cameras and their makers: nothing of them is of use here. */
const INNER = [330, 34_665, 34_853, 37_500, 50_740, 61_440];
const BYTES = [1, 7];

type Reader = (view: DataView, at: number, isLittle: boolean) => unknown;

/** By the number of a type: bytes of a value, and how it is read. */
const TYPES: Readonly<Record<number, readonly [bytes: number, read: Reader]>> = {
  3: [2, (view, at, isLittle) => view.getUint16(at, isLittle)],
  4: [4, (view, at, isLittle) => view.getUint32(at, isLittle)],
  5: [8, (view, at, isLittle) => [view.getUint32(at, isLittle), view.getUint32(at + 4, isLittle)]],
  6: [1, (view, at) => view.getInt8(at)],
  8: [2, (view, at, isLittle) => view.getInt16(at, isLittle)],
  9: [4, (view, at, isLittle) => view.getInt32(at, isLittle)],
};

/**
 * The tags of each page of a TIFF (TIFF 6.0, section 2). Values that do not lie in the file are left out; pages that come
 * round again end the file. Empty where it is none.
 */
export function tiffPages(bytes: Uint8Array): TiffTags[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = bytes[0] === 0x49;
  const pages: TiffTags[] = [];
  const seen = new Set<number>();
  let at = bytes.length < 8 ? 0 : view.getUint32(4, isLittle);
  while (at !== 0 && at + 2 <= bytes.length && !seen.has(at) && pages.length < MAX_PAGES) {
    seen.add(at);
    const end = at + 2 + ENTRY_BYTES * view.getUint16(at, isLittle);
    if (end + 4 > bytes.length) break;
    pages.push(tagsOf(bytes, view, isLittle, at + 2, end));
    at = view.getUint32(end, isLittle);
  }
  return pages;
}

function tagsOf(bytes: Uint8Array, view: DataView, isLittle: boolean, start: number, end: number): TiffTags {
  const tags: TiffTags = {};
  for (let at = start; at < end; at += ENTRY_BYTES) {
    const [tag, type] = [view.getUint16(at, isLittle), view.getUint16(at + 2, isLittle)];
    const count = view.getUint32(at + 4, isLittle);
    const isBytes = BYTES.includes(type);
    const [size, read] = TYPES[type] ?? [1, null];
    const from = count * size <= 4 ? at + 8 : view.getUint32(at + 8, isLittle);
    const isInFile = from + count * size <= bytes.length && (isBytes || count <= MAX_VALUES);
    if (INNER.includes(tag) || !isInFile) continue;
    if (isBytes) tags[`t${tag}`] = bytes.subarray(from, from + count);
    else if (read !== null)
      tags[`t${tag}`] = Array.from({ length: count }, (_, index) => read(view, from + index * size, isLittle));
  }
  return tags;
}

/** The first number of a tag; `otherwise` where it has none. */
export function firstOf(page: TiffTags, tag: Tag, otherwise = 0): number {
  const first: unknown = page[tag]?.[0];
  return typeof first === 'number' ? first : otherwise;
}

/** The numbers of a tag; empty where it has none. */
export function allOf(page: TiffTags, tag: Tag): number[] {
  return Array.from(page[tag] ?? [], Number);
}

/** A fraction, which is numerator and denominator; 0 where there is none. */
export function fractionOf(page: TiffTags, tag: Tag): number {
  const first: unknown = page[tag]?.[0];
  if (!Array.isArray(first)) return 0;
  const [numerator, denominator] = first.map(Number);
  return (numerator ?? 0) / (denominator || 1);
}
