import { inflateUpTo } from './inflate-up-to';
import { ParseError } from './parse-error';
import { type ZipEntry, zipEntries } from './zip-entries';

/** What one ZIP may hold; past any of these it is refused. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of one entry when inflated. */
  readonly entryBytes: number;
  /** Bytes of all entries together when inflated. */
  readonly totalBytes: number;
}

/** A part of more than a megabyte that shrinks further than this is a bomb; sheets of repeated values reach about 100. */
const MAX_INFLATION = 250;
const MIN_BOMB_BYTES = 1024 * 1024;
const LOCAL_SIGNATURE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  /** The entry of a name; null: none. */
  find(name: string): ZipEntry | null;
  /** The bytes of an entry. Throws `ParseError` for one that is damaged, encrypted, or inflates past the limits. */
  read(entry: ZipEntry): Promise<Uint8Array>;
}

/**
 * Opens a ZIP under limits; the one place where entries are inflated. `what` is what the file is called in messages
 * ("this spreadsheet"). Throws `ParseError` for a directory that is missing or declares more than the limits. What is
 * declared may be a lie: an entry is inflated to its declared size at most, and every byte that `read` inflates is counted
 * too, overlapping entries again and again.
 */
export function openZip(bytes: Uint8Array, what: string, limits: ZipLimits): ZipArchive {
  const entries = zipEntries(bytes);
  if (entries === null) throw unreadable(`${what} is truncated or damaged; save it again`);
  if (entries.length > limits.entries) {
    throw unreadable(`${what} holds ${entries.length} entries, more than the ${limits.entries} that are read`);
  }
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedBytes, 0);
  if (total > limits.totalBytes || entries.some(isBomb)) {
    throw unreadable(`${what} inflates to ${total} bytes, more than is read`);
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let left = limits.totalBytes;
  return {
    entries,
    find: (name) => byName.get(name) ?? null,
    async read(entry) {
      if (entry.isEncrypted) throw unreadable(`${what} is encrypted; remove the password`);
      const most = Math.min(left, limits.entryBytes, entry.uncompressedBytes);
      const found = await inflateEntry(bytes, entry, most);
      if (found === 'limit') throw unreadable(`${what}: "${entry.name}" inflates to more than is read`);
      if (found === null) throw unreadable(`${what} is truncated or damaged at "${entry.name}"; save it again`);
      left -= found.length;
      return found;
    },
  };
}

function isBomb(entry: ZipEntry): boolean {
  return entry.uncompressedBytes > MIN_BOMB_BYTES && entry.uncompressedBytes > MAX_INFLATION * entry.compressedBytes;
}

async function inflateEntry(bytes: Uint8Array, entry: ZipEntry, limit: number): Promise<Uint8Array | 'limit' | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset < 0 || offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.compressedBytes);
  if (packed.length < entry.compressedBytes) return null;
  if (entry.method === STORED) return packed.length > limit ? 'limit' : packed;
  if (entry.method !== DEFLATED) return null;
  const inflated = await inflateUpTo(packed, 'deflate-raw', limit);
  if (inflated.end === 'whole') return inflated.bytes;
  return inflated.end === 'limit' ? 'limit' : null;
}

function unreadable(message: string): ParseError {
  return new ParseError('document-unreadable', message);
}
