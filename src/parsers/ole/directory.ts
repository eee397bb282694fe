import type { CompoundFolder } from './compound-folder';

const ENTRY_BYTES = 128;
const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;
const NOTHING = 0xffffffff;
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

/** The tree that a directory stream describes; null when its first entry is no root. An entry has one place at most. */
export function readDirectory(directory: Uint8Array, read: ReadStream): CompoundFolder | null {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= view.byteLength; at += ENTRY_BYTES) entries.push(entryAt(view, at));
  const [root] = entries;
  if (root === undefined || root.kind !== ROOT) return null;
  const placed = new Set<number>([0]);
  const folderOf = (own: Entry, depth: number): CompoundFolder => {
    const inside = depth > MAX_DEPTH ? [] : siblings(entries, own.child, placed);
    const streams = new Map(
      inside.filter(({ kind }) => kind === STREAM).map((entry) => [entry.name.toLowerCase(), entry]),
    );
    return {
      name: own.name,
      folders: inside.filter(({ kind }) => kind === STORAGE).map((entry) => folderOf(entry, depth + 1)),
      streamNames: [...streams.values()].map(({ name }) => name),
      stream(name) {
        const entry = streams.get(name.toLowerCase());
        return entry === undefined ? null : read(entry, root);
      },
    };
  };
  return folderOf(root, 0);
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
function siblings(entries: readonly Entry[], first: number, placed: Set<number>): Entry[] {
  const found: Entry[] = [];
  const waiting = [first];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const entry = entries[number];
    if (number === NOTHING || entry === undefined || placed.has(number)) continue;
    placed.add(number);
    found.push(entry);
    waiting.push(entry.right, entry.left);
  }
  return found;
}
