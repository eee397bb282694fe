import { ParseError } from '../parse-error';
import type { ArchiveFile } from './archive-file';
import { MAX_ARCHIVE_ENTRIES } from './archive-limits';

const BLOCK_BYTES = 512;
/** Entries that only tell the long name of the next: GNU's, and records of POSIX.1-2001. */
const GNU_NAME = 'L';
const PAX_RECORDS = 'x';

/**
 * The plain files of a tar archive (POSIX ustar, pax, GNU long names) without copying; null when it is cut off or none.
 * Throws `ParseError` for too many.
 */
export function tarFiles(bytes: Uint8Array): ArchiveFile[] | null {
  const files: ArchiveFile[] = [];
  let longName: string | null = null;
  let at = 0;
  for (let entries = 0; entries < MAX_ARCHIVE_ENTRIES; entries += 1) {
    const header = bytes.subarray(at, at + BLOCK_BYTES);
    if (header.length < BLOCK_BYTES || header.every((byte) => byte === 0)) return at === 0 ? null : files;
    if (!hasItsChecksum(header)) return null;
    const size = octal(header, 124, 12);
    const content = bytes.subarray(at + BLOCK_BYTES, at + BLOCK_BYTES + size);
    if (content.length < size) return null;
    const kind = String.fromCharCode(header[156] ?? 0);
    if (kind === GNU_NAME) longName = textAt(content, 0, size);
    else if (kind === PAX_RECORDS) longName = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(textAt(content, 0, size))?.[1] ?? null;
    else {
      if (kind === '0' || kind === '\0') {
        files.push({ name: longName ?? nameOf(header), sizeBytes: size, read: async () => content });
      }
      longName = null;
    }
    at += BLOCK_BYTES * (1 + Math.ceil(size / BLOCK_BYTES));
  }
  throw new ParseError(
    'document-unreadable',
    `this tar archive holds more than the ${MAX_ARCHIVE_ENTRIES} entries that are read`,
  );
}

function nameOf(header: Uint8Array): string {
  const prefix = textAt(header, 345, 155);
  const name = textAt(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Up to the first zero byte. */
function textAt(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}

function octal(header: Uint8Array, start: number, length: number): number {
  const digits = /^[0-7]+/.exec(textAt(header, start, length).trim())?.[0];
  return digits === undefined ? 0 : Number.parseInt(digits, 8);
}

/** The sum of all bytes of the header, its own field taken as blanks. */
function hasItsChecksum(header: Uint8Array): boolean {
  const sum = header.reduce((all, byte, index) => all + (index >= 148 && index < 156 ? 32 : byte), 0);
  return sum === octal(header, 148, 8);
}
