import { damaged } from './picture';

/** What a JPEG says before its pixels (ITU-T T.81, JFIF, Exif). */
export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  /** 1 gray, 3 colour, 4 for print. */
  readonly components: number;
  readonly dpi: number | null;
  /** Exif 1-8. */
  readonly orientation: number;
  /** Whether its pixels go on to their end. */
  readonly isWhole: boolean;
  /** Whether the values of a picture for print are upside down, as Adobe's programs write them. */
  readonly isInverted: boolean;
}

/** Frame headers: all kinds of coding but the tables that lie among their numbers. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const CENTIMETRES_PER_INCH = 2.54;
const ORIENTATION_TAG = 0x0112;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Reads the segments before the pixels. Throws `ParseError` where they are no picture. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let dpi: number | null = null;
  let orientation = 1;
  let isInverted = false;
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes before a marker.
    if (bytes[at] !== 0xff || marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const content = bytes.subarray(at + 4, at + 2 + length);
    if (isFrame(marker)) {
      const [height, width, components = 0] = [view.getUint16(at + 5), view.getUint16(at + 7), bytes[at + 9]];
      if (width === 0 || height === 0 || ![1, 3, 4].includes(components)) throw damaged('JPEG');
      return { width, height, components, dpi, orientation, isWhole: hasEndAfter(bytes, at), isInverted };
    }
    if (marker === START_OF_SCAN || length < 2) break;
    if (marker === 0xe0 && startsWith(content, 'JFIF\0')) dpi = jfifDpi(content);
    if (marker === 0xe1 && startsWith(content, 'Exif\0\0')) orientation = exifOrientation(content.subarray(6));
    if (marker === 0xee && startsWith(content, 'Adobe')) isInverted = true;
    at += 2 + length;
  }
  throw damaged('JPEG');
}

/** Within pixels a marker cannot occur by chance; what comes after the end is of no matter. */
function hasEndAfter(bytes: Uint8Array, start: number): boolean {
  for (let at = bytes.length - 2; at > start; at -= 1)
    if (bytes[at] === 0xff && bytes[at + 1] === END_OF_IMAGE) return true;
  return false;
}

function jfifDpi(content: Uint8Array): number | null {
  const unit = content[7];
  const density = (content[8] ?? 0) * 256 + (content[9] ?? 0);
  if (unit === 1) return density;
  return unit === 2 ? density * CENTIMETRES_PER_INCH : null;
}

/** The orientation in an Exif block, which is a TIFF; 1 where there is none. */
export function exifOrientation(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = tiff[0] === 0x49;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, isLittle);
  for (let entry = directory + 2; entry + 12 <= Math.min(tiff.length, directory + 2 + 12 * entries); entry += 12) {
    if (view.getUint16(entry, isLittle) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(entry + 8, isLittle);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

function startsWith(content: Uint8Array, text: string): boolean {
  return [...text].every((character, index) => content[index] === character.charCodeAt(0));
}
