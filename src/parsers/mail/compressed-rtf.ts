/** What every dictionary begins with (MS-OXRTFCP 2.1.2.1). */
const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const DICTIONARY_BYTES = 4096;
const HEADER_BYTES = 16;
const COMPRESSED = 0x75465a4c;
const PLAIN = 0x414c454d;
/** Bytes of text read. */
const MAX_BYTES = 10_000_000;

/** The RTF body of an Outlook message, unpacked; null for one that is neither compressed nor plain. Ends where it is cut off. */
export function unpackRtf(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = view.getUint32(8, true);
  if (kind === PLAIN) return bytes.subarray(HEADER_BYTES);
  return kind === COMPRESSED ? unpack(bytes, Math.min(view.getUint32(4, true), MAX_BYTES)) : null;
}

/** A byte of flags before every eight tokens: 0 a byte as it is, 1 a place and a length in the dictionary, which turns round. */
function unpack(bytes: Uint8Array, length: number): Uint8Array {
  const dictionary = new Uint8Array(DICTIONARY_BYTES);
  dictionary.set(new TextEncoder().encode(DICTIONARY));
  let end = DICTIONARY.length;
  const out: number[] = [];
  const put = (byte: number): void => {
    out.push(byte);
    dictionary[end % DICTIONARY_BYTES] = byte;
    end += 1;
  };
  let at = HEADER_BYTES;
  while (at < bytes.length && out.length < length) {
    const flags = bytes[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < bytes.length && out.length < length; bit += 1) {
      if (((flags >> bit) & 1) === 0) {
        put(bytes[at] ?? 0);
        at += 1;
        continue;
      }
      const token = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const from = token >> 4;
      if (from === end % DICTIONARY_BYTES) return Uint8Array.from(out);
      for (let offset = 0; offset < (token & 15) + 2; offset += 1)
        put(dictionary[(from + offset) % DICTIONARY_BYTES] ?? 0);
    }
  }
  return Uint8Array.from(out);
}
