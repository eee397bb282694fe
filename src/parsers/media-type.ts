import { openCompoundFile } from './ole/compound-file';
import { sniffText } from './sniff-text';
import { sniffZip } from './sniff-zip';

/** What bytes are when nothing else fits: no parser takes it. */
export const UNKNOWN_MEDIA_TYPE = 'application/octet-stream';

/** Bytes into which a `%PDF-` may be shifted: readers accept junk before it. */
const PDF_HEADER_WITHIN = 1024;

/** Magic numbers as Latin-1, at their offset. First match wins. */
const SIGNATURES: readonly (readonly [offset: number, magic: string, mediaType: string])[] = [
  [0, '\x89PNG\r\n\x1a\n', 'image/png'],
  [0, '\xff\xd8\xff', 'image/jpeg'],
  [0, 'II*\0', 'image/tiff'],
  [0, 'MM\0*', 'image/tiff'],
  [0, 'GIF87a', 'image/gif'],
  [0, 'GIF89a', 'image/gif'],
  [8, 'WEBP', 'image/webp'],
  [4, 'ftypheic', 'image/heic'],
  [4, 'ftypheix', 'image/heic'],
  [4, 'ftypmif1', 'image/heic'],
  [4, 'ftypavif', 'image/avif'],
  [0, '\0\0\0\x0cjP  ', 'image/jp2'],
  [0, 'BM', 'image/bmp'],
  [0, '\x7fELF', UNKNOWN_MEDIA_TYPE],
  [0, '{\\rtf', 'application/rtf'],
  [0, '%!PS', 'application/postscript'],
  [0, '\x1f\x8b', 'application/gzip'],
  [257, 'ustar', 'application/x-tar'],
  [0, 'Rar!\x1a\x07', 'application/vnd.rar'],
  [0, '7z\xbc\xaf\x27\x1c', 'application/x-7z-compressed'],
];

/** Streams that tell which program wrote an OLE file, by how their names begin. */
const OLE_STREAMS: readonly (readonly [name: string, mediaType: string])[] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['__substg1.0_', 'application/vnd.ms-outlook'],
  ['EncryptedPackage', 'application/x-ole-encrypted'],
];

/**
 * What kind of file these bytes are; null for no bytes at all. The bytes decide: the filename only settles which kind
 * of text a text is. Unknown binary and programs are `application/octet-stream`. Pure.
 */
export function sniffMediaType(bytes: Uint8Array, filename: string): string | null {
  if (bytes.length === 0) return null;
  if (asLatin1(bytes.subarray(0, PDF_HEADER_WITHIN)).includes('%PDF-')) return 'application/pdf';
  if (has(bytes, 0, 'PK\x03\x04') || has(bytes, 0, 'PK\x05\x06')) return sniffZip(bytes);
  if (has(bytes, 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return sniffOle(bytes);
  const text = sniffText(bytes, filename);
  if (text !== null && !has(bytes, 0, '{\\rtf') && !has(bytes, 0, '%!PS')) return text;
  return SIGNATURES.find(([offset, magic]) => has(bytes, offset, magic))?.[2] ?? UNKNOWN_MEDIA_TYPE;
}

function has(bytes: Uint8Array, offset: number, magic: string): boolean {
  for (let index = 0; index < magic.length; index += 1) {
    if (bytes[offset + index] !== magic.charCodeAt(index)) return false;
  }
  return true;
}

function asLatin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** By the streams at its root; where the directory is damaged, by names that stand anywhere. */
function sniffOle(bytes: Uint8Array): string {
  const streams = openCompoundFile(bytes)?.streamNames ?? [];
  const atRoot = OLE_STREAMS.find(([name]) => streams.some((stream) => stream.startsWith(name)));
  if (atRoot !== undefined) return atRoot[1];
  const text = asLatin1(bytes);
  const wide = (name: string): string => [...name].map((character) => `${character}\0`).join('');
  return OLE_STREAMS.find(([name]) => text.includes(wide(name)))?.[1] ?? 'application/x-ole-storage';
}
