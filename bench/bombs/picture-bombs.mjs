import { big, bytesOf, joined, little, zlib, zlibBomb } from './packing.mjs';

const CRCS = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});
const crcOf = (bytes) =>
  (bytes.reduce((crc, byte) => CRCS[(crc ^ byte) & 255] ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
const chunk = (name, content) => {
  const body = joined([bytesOf(name), content]);
  return joined([big(content.length, 4), body, big(crcOf(body), 4)]);
};
const png = (width, height, content, { depth = 8, color = 2, more = [] } = {}) =>
  joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', joined([big(width, 4), big(height, 4), Uint8Array.of(depth, color, 0, 0, 0)])),
    ...more,
    chunk('IDAT', content),
    chunk('IEND', new Uint8Array()),
  ]);

const gif = (width, height, frames) =>
  joined([
    bytesOf('GIF89a'),
    little(width, 2),
    little(height, 2),
    Uint8Array.of(0x80, 0, 0, 0, 0, 0, 255, 255, 255),
    ...frames,
    Uint8Array.of(0x3b),
  ]);
const frame = (width, height, data) =>
  joined([
    Uint8Array.of(0x2c, 0, 0, 0, 0),
    little(width, 2),
    little(height, 2),
    Uint8Array.of(0, 2),
    data,
    Uint8Array.of(0),
  ]);

/** Directories of numbers: tag, type, count, value. `next`: where the directory after it is. */
function tiff(entries, next = 0, rest = new Uint8Array()) {
  return joined([
    bytesOf('II'),
    little(42, 2),
    little(8, 4),
    little(entries.length, 2),
    ...entries.map(([tag, type, count, value]) =>
      joined([little(tag, 2), little(type, 2), little(count, 4), little(value, 4)]),
    ),
    little(next, 4),
    rest,
  ]);
}
const sized = (width, height, more = []) => [
  [256, 4, 1, width],
  [257, 4, 1, height],
  [258, 3, 1, 1],
  [259, 3, 1, 1],
  [262, 3, 1, 1],
  [273, 4, 1, 8],
  [277, 3, 1, 1],
  [278, 4, 1, height],
  [279, 4, 1, 100],
  ...more,
];

const jpeg = (width, height, { kind = 0xc0, parts = 1, scans = new Uint8Array() } = {}) =>
  joined([
    Uint8Array.of(0xff, 0xd8, 0xff, 0xdb, 0, 67, 0, ...Array(64).fill(1)),
    Uint8Array.of(0xff, kind, 0, 8 + 3 * parts, 8),
    big(height, 2),
    big(width, 2),
    Uint8Array.of(parts, ...Array.from({ length: parts }, (_, index) => [index + 1, 0x11, 0]).flat()),
    Uint8Array.of(0xff, 0xc4, 0, 20, 0, 1, ...Array(15).fill(0), 0),
    Uint8Array.of(0xff, 0xc4, 0, 20, 0x10, 1, ...Array(15).fill(0), 0),
    scans,
    Uint8Array.of(0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0),
    new Uint8Array(100),
    Uint8Array.of(0xff, 0xd9),
  ]);
const SCAN = joined([Uint8Array.of(0xff, 0xda, 0, 8, 1, 1, 0, 0, 0, 0), new Uint8Array(2)]);

const bmp = (width, height, { bits = 24, packing = 0, content = new Uint8Array(100) } = {}) =>
  joined([
    bytesOf('BM'),
    little(54 + content.length, 4),
    little(0, 4),
    little(54, 4),
    little(40, 4),
    little(width, 4),
    little(height, 4),
    little(1, 2),
    little(bits, 2),
    little(packing, 4),
    little(0, 20),
    content,
  ]);

const webp = (name, content) =>
  joined([
    bytesOf('RIFF'),
    little(content.length + 12, 4),
    bytesOf('WEBP'),
    bytesOf(name),
    little(content.length, 4),
    content,
  ]);

/** Pictures that a few bytes say to be huge, by name; the ending of the name tells what each is sent as. */
export const PICTURE_BOMBS = {
  'four billion pixels a side.png': () => png(0x7fffffff, 0x7fffffff, zlib(new Uint8Array(100))),
  'hundred thousand pixels a side.png': () => png(100_000, 100_000, zlibBomb(8)),
  'gibibyte of rows.png': () => png(6000, 6000, zlibBomb(1024)),
  'gibibyte of rows of a small one.png': () => png(10, 10, zlibBomb(1024)),
  'line of a billion pixels.png': () => png(1_000_000_000, 1, zlibBomb(8), { depth: 1, color: 0 }),
  'profile of a gibibyte.png': () =>
    png(10, 10, zlib(new Uint8Array(310)), { more: [chunk('iCCP', joined([bytesOf('a\0\0'), zlibBomb(1024)]))] }),
  'text of a gibibyte.png': () =>
    png(10, 10, zlib(new Uint8Array(310)), { more: [chunk('zTXt', joined([bytesOf('a\0\0'), zlibBomb(1024)]))] }),
  'hundred thousand pieces.png': () =>
    png(10, 10, zlib(new Uint8Array(310)), { more: Array(100_000).fill(chunk('tEXt', bytesOf('a\0b'))) }),
  'piece of four gibibytes.png': () =>
    joined([png(10, 10, new Uint8Array()).slice(0, 33), big(0xffffffff, 4), bytesOf('IDAT')]),
  'four billion pixels.gif': () => gif(65_535, 65_535, [frame(65_535, 65_535, Uint8Array.of(2, 0x44, 0x01))]),
  'four billion pixels that are there.gif': () =>
    gif(65_535, 65_535, [
      frame(65_535, 65_535, joined(Array(4000).fill(joined([Uint8Array.of(255), new Uint8Array(255).fill(0x55)])))),
    ]),
  'frame larger than its picture.gif': () => gif(1, 1, [frame(65_535, 65_535, Uint8Array.of(2, 0x44, 0x01))]),
  'hundred thousand frames.gif': () => gif(9, 9, Array(100_000).fill(frame(9, 9, Uint8Array.of(2, 0x44, 0x01)))),
  'comments without end.gif': () =>
    gif(9, 9, [joined([Uint8Array.of(0x21, 0xfe), ...Array(200_000).fill(Uint8Array.of(1, 65))])]),
  'four billion pixels a side.tif': () => tiff(sized(0xffffffff, 0xffffffff)),
  'hundred thousand pixels a side.tif': () => tiff(sized(100_000, 100_000)),
  'directory that is after itself.tif': () => tiff(sized(100, 100), 8),
  'sixty-five thousand entries.tif': () => tiff(Array(65_535).fill([256, 4, 1, 10])),
  'four billion strips.tif': () => tiff([...sized(100, 100).filter(([tag]) => tag !== 273), [273, 4, 0xffffffff, 8]]),
  'strips of one row of a billion.tif': () =>
    tiff([...sized(10, 1_000_000_000).filter(([tag]) => tag !== 278), [278, 4, 1, 1]]),
  'thousand samples a pixel.tif': () =>
    tiff([...sized(5000, 5000).filter(([tag]) => tag !== 277), [277, 3, 1, 65_535]]),
  'gibibyte of strips.tif': () =>
    tiff(
      [
        [256, 4, 1, 30_000],
        [257, 4, 1, 30_000],
        [258, 3, 1, 8],
        [259, 3, 1, 8],
        [262, 3, 1, 1],
        [273, 4, 1, 122],
        [277, 3, 1, 1],
        [278, 4, 1, 30_000],
        [279, 4, 1, 1_000_000],
      ],
      0,
      zlibBomb(1024),
    ),
  'tiles of four billion pixels.tif': () =>
    tiff([...sized(100, 100).slice(0, 5), [322, 4, 1, 65_536], [323, 4, 1, 65_536], [324, 4, 1, 8], [325, 4, 1, 100]]),
  'fax of a billion rows.tif': () =>
    tiff(
      [...sized(10_000, 1_000_000_000).filter(([tag]) => tag !== 259), [259, 3, 1, 4]],
      0,
      new Uint8Array(1000).fill(255),
    ),
  'four billion pixels.jpg': () => jpeg(65_535, 65_535),
  'four billion pixels bit by bit.jpg': () => jpeg(65_535, 65_535, { kind: 0xc2 }),
  'two hundred parts a pixel.jpg': () => jpeg(5000, 5000, { parts: 200 }),
  'no rows.jpg': () => jpeg(65_535, 0),
  'ten thousand scans.jpg': () => jpeg(4000, 4000, { kind: 0xc2, scans: joined(Array(10_000).fill(SCAN)) }),
  'hundred thousand marks.jpg': () =>
    jpeg(100, 100, { scans: joined(Array(100_000).fill(Uint8Array.of(0xff, 0xfe, 0, 2))) }),
  'two billion pixels a side.bmp': () => bmp(0x7fffffff, 0x7fffffff),
  'hundred thousand pixels a side.bmp': () => bmp(100_000, 100_000),
  'runs of four billion pixels.bmp': () =>
    bmp(65_535, 65_535, { bits: 8, packing: 1, content: new Uint8Array(100_000).fill(0xff) }),
  'sixteen thousand pixels a side.webp': () =>
    webp('VP8 ', joined([Uint8Array.of(0x10, 0, 0, 0x9d, 0x01, 0x2a, 0xff, 0x3f, 0xff, 0x3f), new Uint8Array(100)])),
  'sixteen thousand pixels a side without loss.webp': () =>
    webp('VP8L', joined([Uint8Array.of(0x2f, 0xff, 0xff, 0xff, 0x0f), new Uint8Array(100)])),
  'canvas of sixteen million pixels a side.webp': () =>
    webp('VP8X', Uint8Array.of(2, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)),
};
