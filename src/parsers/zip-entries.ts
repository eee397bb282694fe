/** One line of a ZIP's central directory. */
export interface ZipEntry {
  readonly name: string;
  readonly compressedBytes: number;
  /** As declared; a bomb may lie, which is why the reader has its own limits too. */
  readonly uncompressedBytes: number;
  readonly isEncrypted: boolean;
  /** 0: stored, 8: deflated; others are rare. */
  readonly method: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;

/** The central directory of a ZIP without inflating anything; null when there is none (a truncated file). */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const declaredStart = view.getUint32(end + 16, true);
  let at = end - view.getUint32(end + 12, true);
  // Something may stand before the ZIP, an unpacking program for one: all offsets are shifted by its length.
  const shift = at >= 0 && at + 4 <= view.byteLength && isEntry(view, at) ? at - declaredStart : 0;
  at = declaredStart + shift;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at < 0 || at + 46 > view.byteLength || !isEntry(view, at)) return null;
    const nameBytes = view.getUint16(at + 28, true);
    const skip = nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
      compressedBytes: view.getUint32(at + 20, true),
      uncompressedBytes: view.getUint32(at + 24, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      offset: view.getUint32(at + 42, true) + shift,
    });
    at += 46 + skip;
  }
  return entries;
}

function isEntry(view: DataView, at: number): boolean {
  return view.getUint32(at, true) === ENTRY_SIGNATURE;
}

function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return null;
}
