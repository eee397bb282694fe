import { decodeText } from '../decode-text';
import { labelOfCodePage } from '../encoding/code-pages';
import type { CompoundFolder } from '../ole/compound-folder';

/** Types of property values (MS-OXCDATA 2.11.1). */
const TEXT_8 = 0x001e;
const TEXT = 0x001f;
const BINARY = 0x0102;
const INTEGER = 0x0003;
const BOOLEAN = 0x000b;
const TIME = 0x0040;
const EMBEDDED = '__substg1.0_3701000d';

/** Bytes before the first property: of the message itself, of a message inside, of a recipient or attachment. */
export type PropertyOwner = 'message' | 'message-inside' | 'part';
const HEADER_BYTES = { message: 32, 'message-inside': 24, part: 8 } as const satisfies Record<PropertyOwner, number>;
const PROPERTY_BYTES = 16;
/** 100 ns between 1601 and 1970. */
const UNIX_EPOCH_TICKS = 116_444_736_000_000_000n;

/** The properties of one storage of an Outlook message (MS-OXMSG 2.4), by their number. */
export interface MsgProperties {
  text(id: number): string | null;
  binary(id: number): Uint8Array | null;
  integer(id: number): number | null;
  /** ISO 8601, UTC. */
  time(id: number): string | null;
  /** The message that an attachment is. */
  readonly messageInside: CompoundFolder | null;
}

export function msgProperties(folder: CompoundFolder, owner: PropertyOwner, codePage: number | null): MsgProperties {
  const fixed = fixedProperties(folder.stream('__properties_version1.0'), HEADER_BYTES[owner]);
  const stream = (id: number, type: number): Uint8Array | null =>
    folder.stream(`__substg1.0_${id.toString(16).padStart(4, '0')}${type.toString(16).padStart(4, '0')}`);
  const fixedValue = (id: number, type: number): DataView | null => fixed.get(id * 0x10000 + type) ?? null;
  return {
    text(id) {
      const wide = stream(id, TEXT);
      if (wide !== null) return new TextDecoder('utf-16le').decode(wide);
      const narrow = stream(id, TEXT_8);
      return narrow === null ? null : decodeText(narrow, codePage === null ? null : labelOfCodePage(codePage));
    },
    binary: (id) => stream(id, BINARY),
    integer(id) {
      return fixedValue(id, INTEGER)?.getInt32(0, true) ?? fixedValue(id, BOOLEAN)?.getUint16(0, true) ?? null;
    },
    time(id) {
      const ticks = fixedValue(id, TIME)?.getBigUint64(0, true);
      if (ticks === undefined || ticks <= UNIX_EPOCH_TICKS) return null;
      const date = new Date(Number((ticks - UNIX_EPOCH_TICKS) / 10_000n));
      return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z');
    },
    messageInside: folder.folders.find(({ name }) => name.toLowerCase() === EMBEDDED) ?? null,
  };
}

/** Values of eight bytes or fewer stand in the property stream itself, by property number and type. */
function fixedProperties(stream: Uint8Array | null, headerBytes: number): Map<number, DataView> {
  const found = new Map<number, DataView>();
  if (stream === null) return found;
  for (let at = headerBytes; at + PROPERTY_BYTES <= stream.length; at += PROPERTY_BYTES) {
    const view = new DataView(stream.buffer, stream.byteOffset + at, PROPERTY_BYTES);
    found.set(view.getUint32(0, true), new DataView(stream.buffer, stream.byteOffset + at + 8, 8));
  }
  return found;
}
