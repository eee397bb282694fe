import type { CompoundFolder } from './compound-folder';

const ENTRY_BYTES = 128;
const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;
const NOTHING = 0xffffffff;
/** Storages and streams of one file: those of thousands of attachments. */
const MAX_ENTRIES = 65_536;
/** Storages inside storages. */
const MAX_DEPTH = 20;

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly sizeBytes: number;
}

/** The bytes of an entry; `root` is where the mini stream begins. */
type ReadStream = (entry: Entry, root: Entry) => Uint8Array | null;

/**
 * The tree that a directory stream describes; null when its first entry is no root, or there is no end of them. An entry has one place at most. What is in
 * a storage is looked at when it is asked for: there may be hundreds of thousands.
 */
export function readDirectory(directory: Uint8Array, read: ReadStream): CompoundFolder | null {
  if (directory.byteLength > MAX_ENTRIES * ENTRY_BYTES) return null;
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entry = (number: number): Entry | null =>
    (number + 1) * ENTRY_BYTES <= view.byteLength ? entryAt(view, number * ENTRY_BYTES) : null;
  const root = entry(0);
  if (root === null || root.kind !== ROOT) return null;
  const placed = new Set<number>([0]);
  const folderOf = (own: Entry, depth: number): CompoundFolder => {
    let opened: Inside | undefined;
    const inside = (): Inside => {
      opened ??= insideOf(depth > MAX_DEPTH ? [] : siblings(entry, own.child, placed), (inner) =>
        folderOf(inner, depth + 1),
      );
      return opened;
    };
    return {
      name: own.name,
      get folders() {
        return inside().folders;
      },
      get streamNames() {
        return [...inside().streams.values()].map(({ name }) => name);
      },
      stream(name) {
        const found = inside().streams.get(name.toLowerCase());
        return found === undefined ? null : read(found, root);
      },
    };
  };
  return folderOf(root, 0);
}

interface Inside {
  readonly folders: readonly CompoundFolder[];
  /** By name in small letters. */
  readonly streams: ReadonlyMap<string, Entry>;
}

function insideOf(entries: readonly Entry[], folderOf: (own: Entry) => CompoundFolder): Inside {
  return {
    folders: entries.filter(({ kind }) => kind === STORAGE).map(folderOf),
    streams: new Map(entries.filter(({ kind }) => kind === STREAM).map((entry) => [entry.name.toLowerCase(), entry])),
  };
}

function entryAt(view: DataView, at: number): Entry {
  const nameBytes = Math.min(64, view.getUint16(at + 64, true));
  let name = '';
  for (let index = 0; index + 2 < nameBytes; index += 2) {
    name += String.fromCharCode(view.getUint16(at + index, true));
  }
  return {
    name,
    kind: view.getUint8(at + 66),
    left: view.getUint32(at + 68, true),
    right: view.getUint32(at + 72, true),
    child: view.getUint32(at + 76, true),
    start: view.getUint32(at + 116, true),
    sizeBytes: view.getUint32(at + 120, true),
  };
}

/** The entries of the binary tree below one, as they come. */
function siblings(entryOf: (number: number) => Entry | null, first: number, placed: Set<number>): Entry[] {
  const found: Entry[] = [];
  const waiting = [first];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (number === NOTHING || placed.has(number)) continue;
    const entry = entryOf(number);
    if (entry === null) continue;
    placed.add(number);
    found.push(entry);
    waiting.push(entry.right, entry.left);
  }
  return found;
}
