import { ParseError } from '../../parse-error';
import { refuseLongText } from '../refuse-huge-text';

/** The text of a Word file, and where in the stream each character is: that is what properties are kept by. */
export interface DocText {
  readonly text: string;
  /** The offset in the stream of a character. */
  offsetAt(position: number): number;
}

interface Piece {
  readonly start: number;
  readonly offset: number;
  readonly bytesPerCharacter: 1 | 2;
}

const PIECE_BYTES = 8;
/** Pieces of one text: saving a file anew makes it one. */
const MAX_PIECES = 100_000;

/** Puts the pieces of text in order (MS-DOC, 2.4.1). Null when the table of pieces is damaged; throws `ParseError` for too much. */
export function readDocText(stream: Uint8Array, clx: Uint8Array): DocText | null {
  const table = pieceTable(clx);
  if (table === null) return null;
  const count = Math.floor((table.byteLength - 4) / (4 + PIECE_BYTES));
  if (count > MAX_PIECES)
    throw new ParseError(
      'document-unreadable',
      `this Word document has its text in more than ${MAX_PIECES} pieces; save it as .docx`,
    );
  const decoders = {
    1: new TextDecoder('windows-1252'),
    2: new TextDecoder('utf-16le', { fatal: false, ignoreBOM: true }),
  } as const;
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let length = 0;
  for (let index = 0; index < count; index += 1) {
    const start = table.getUint32(4 * index, true);
    const characters = table.getUint32(4 * index + 4, true) - start;
    const packed = table.getUint32(4 * (count + 1) + PIECE_BYTES * index + 2, true);
    const bytesPerCharacter = (packed & 0x40000000) === 0 ? 2 : 1;
    const offset = (packed & 0x3fffffff) / (bytesPerCharacter === 1 ? 2 : 1);
    const bytes = stream.subarray(offset, offset + characters * bytesPerCharacter);
    if (start !== length || characters < 0 || bytes.length < characters * bytesPerCharacter) return null;
    pieces.push({ start, offset, bytesPerCharacter });
    texts.push(decoders[bytesPerCharacter].decode(bytes));
    length += characters;
    // Pieces that share their bytes would be text without end.
    if (length > stream.length) return null;
    refuseLongText(length);
  }
  return { text: texts.join(''), offsetAt: (position) => offsetIn(pieces, position) };
}

/** What comes before the table are properties of pieces. */
function pieceTable(clx: Uint8Array): DataView | null {
  const view = new DataView(clx.buffer, clx.byteOffset, clx.byteLength);
  let at = 0;
  while (at + 5 <= clx.length) {
    if (clx[at] === 1) at += 3 + view.getUint16(at + 1, true);
    else if (clx[at] === 2) {
      const length = view.getUint32(at + 1, true);
      if (at + 5 + length > clx.length) return null;
      return new DataView(clx.buffer, clx.byteOffset + at + 5, length);
    } else return null;
  }
  return null;
}

function offsetIn(pieces: readonly Piece[], position: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.start ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece === undefined ? 0 : piece.offset + (position - piece.start) * piece.bytesPerCharacter;
}
