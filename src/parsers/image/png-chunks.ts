import { damaged } from './picture';

/** What a PNG says before its pixels (https://www.w3.org/TR/png-3/). */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colorType: number;
  readonly isInterlaced: boolean;
  /** Red, green, blue by threes; empty where colours are not by number. */
  readonly palette: Uint8Array;
  /** What `tRNS` says is transparent: alpha by palette number, or one colour. */
  readonly transparency: Uint8Array;
  readonly dpi: number | null;
  /** The compressed pixels, in pieces as they lie in the file. */
  readonly data: readonly Uint8Array[];
}

const SIGNATURE_BYTES = 8;
const METRES_PER_INCH = 0.0254;
/** Allowed bit depths by colour type. */
const BIT_DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const NOTHING = new Uint8Array();

/** Reads the chunks of a PNG. Throws `ParseError` where they are no picture. Does not check their sums. */
export function readPngChunks(bytes: Uint8Array): PngHeader {
  const chunks = chunksOf(bytes);
  const head = chunks.find(({ type }) => type === 'IHDR')?.content;
  if (head === undefined || head.length < 13) throw damaged('PNG');
  const view = viewOf(head);
  const width = view.getUint32(0);
  const height = view.getUint32(4);
  const [bitDepth = 0, colorType = 0, , , interlace = 0] = head.subarray(8);
  if (width === 0 || height === 0 || BIT_DEPTHS[colorType]?.includes(bitDepth) !== true) throw damaged('PNG');
  const contentOf = (wanted: string): Uint8Array => chunks.find(({ type }) => type === wanted)?.content ?? NOTHING;
  return {
    width,
    height,
    bitDepth,
    colorType,
    isInterlaced: interlace === 1,
    palette: contentOf('PLTE'),
    transparency: contentOf('tRNS'),
    dpi: dpiOf(contentOf('pHYs')),
    data: chunks.filter(({ type }) => type === 'IDAT').map(({ content }) => content),
  };
}

function chunksOf(bytes: Uint8Array): { type: string; content: Uint8Array }[] {
  const chunks: { type: string; content: Uint8Array }[] = [];
  const view = viewOf(bytes);
  for (let at = SIGNATURE_BYTES; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, content: bytes.subarray(at + 8, at + 8 + length) });
    if (type === 'IEND') break;
    at += 12 + length;
  }
  return chunks;
}

function dpiOf(physical: Uint8Array): number | null {
  if (physical.length < 9 || physical[8] !== 1) return null;
  return viewOf(physical).getUint32(0) * METRES_PER_INCH;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
