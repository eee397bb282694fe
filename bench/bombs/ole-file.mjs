const SECTOR = 512;
const NOTHING = 0xffffffff;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;
const TABLES_IN_HEADER = 109;

/** A stream of these bytes; `block` is their number. Several streams may be of one block. */
export const stream = (name, block, size) => ({ name, kind: 2, block, size, children: [] });
export const folder = (name, children) => ({ name, kind: 1, children });

/** A compound file of these streams and folders: sectors of 512 bytes, brothers one behind the other. */
export function oleFile(children, blocks) {
  const entries = [];
  place({ name: 'Root Entry', kind: 5, children }, entries);
  const sectors = (bytes) => Math.ceil(bytes / SECTOR);
  const lengths = [sectors(entries.length * 128), ...blocks.map(({ length }) => sectors(length))];
  const used = lengths.reduce((sum, length) => sum + length, 0);
  const tables = Math.ceil((used * 1.01 + 200) / 127);
  const lists = Math.max(0, Math.ceil((tables - TABLES_IN_HEADER) / 127));
  const file = new Uint8Array((1 + lists + tables + used) * SECTOR);
  const view = new DataView(file.buffer);
  const at = (sector) => (sector + 1) * SECTOR;
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [offset, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ])
    view.setUint16(offset, value, true);
  for (const [offset, value] of [
    [44, tables],
    [48, lists + tables],
    [56, 4096],
    [60, END],
    [68, lists === 0 ? END : 0],
    [72, lists],
  ])
    view.setUint32(offset, value, true);
  for (let index = 0; index < TABLES_IN_HEADER + lists * 127; index += 1) {
    const list = Math.floor((index - TABLES_IN_HEADER) / 127);
    const offset = list < 0 ? 76 + 4 * index : at(list) + 4 * ((index - TABLES_IN_HEADER) % 127);
    view.setUint32(offset, index < tables ? lists + index : NOTHING, true);
  }
  for (let list = 0; list < lists; list += 1) view.setUint32(at(list) + 508, list + 1 < lists ? list + 1 : END, true);
  const next = (sector, value) => view.setUint32(at(lists) + 4 * sector, value, true);
  for (let sector = 0; sector < tables * 128; sector += 1) next(sector, sector < lists + tables ? TABLE : NOTHING);
  const starts = [];
  let start = lists + tables;
  for (const length of lengths) {
    starts.push(start);
    for (let sector = 0; sector < length; sector += 1)
      next(start + sector, sector + 1 < length ? start + sector + 1 : END);
    start += length;
  }
  for (const [index, block] of blocks.entries()) file.set(block, at(starts[index + 1]));
  for (const [index, entry] of entries.entries()) {
    const offset = at(starts[0]) + 128 * index;
    for (let letter = 0; letter < entry.name.length; letter += 1)
      view.setUint16(offset + 2 * letter, entry.name.charCodeAt(letter), true);
    view.setUint16(offset + 64, 2 * entry.name.length + 2, true);
    view.setUint8(offset + 66, entry.kind);
    view.setUint32(offset + 68, NOTHING, true);
    view.setUint32(offset + 72, entry.right ?? NOTHING, true);
    view.setUint32(offset + 76, entry.child ?? NOTHING, true);
    view.setUint32(offset + 116, entry.block === undefined ? END : starts[entry.block + 1], true);
    view.setUint32(offset + 120, entry.size ?? blocks[entry.block]?.length ?? 0, true);
  }
  return file;
}

function place({ children, ...entry }, entries) {
  entries.push(entry);
  let before = null;
  for (const child of children) {
    const number = entries.length;
    const placed = place(child, entries);
    if (before === null) entry.child = number;
    else before.right = number;
    before = placed;
  }
  return entry;
}
