import { joinBytes, lengthOf } from '../join-bytes';
import { ParseError } from '../parse-error';
import { leavesOf, type MimeLeaf } from './mime-parts';
import { decodeBase64, decodeTransfer, encodeBase64 } from './transfer-encoding';

/** A message without the files in it, each of which has its mark in its place. */
export interface LeanMessage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What was at a mark, decoded each time it is asked for; null where the bytes are no mark. */
  fileAt(mark: Uint8Array): Uint8Array | null;
}

/** Bytes of what is not a file: headers, texts, and files too small to matter. */
const MAX_LEAN_BYTES = 4 * 1024 * 1024;
/** Lines of it: the library holds each. */
const MAX_LEAN_LINES = 100_000;
/** Files from this size on are taken out. */
const MIN_FILE_BYTES = 1024;

/** Twelve bytes that base64 writes as letters alone, told with or without it. */
const markOf = (index: number): string => `QuarryPart${String(index).padStart(6, '0')}`;
const MARK = /^QuarryPart\d{6}$/;

/**
 * Takes the files out of a message: the library holds each of them many times over, and every line of one that is not packed.
 * Throws `ParseError`: what is left is too long, or its parts are too many.
 */
export function leanMessage(bytes: Uint8Array): LeanMessage {
  const files = new Map<string, MimeLeaf>();
  const pieces: Uint8Array[] = [];
  let from = 0;
  const replace = (leaf: MimeLeaf, by: Uint8Array): void => {
    pieces.push(bytes.subarray(from, leaf.start), by);
    from = leaf.end;
  };
  for (const leaf of leavesOf(bytes)) {
    if (isFile(leaf)) {
      const mark = markOf(files.size);
      files.set(mark, leaf);
      replace(leaf, new TextEncoder().encode(mark));
    } else if (leaf.encoding === 'base64' && leaf.end - leaf.start <= MAX_LEAN_BYTES) {
      // Padding in its midst would make a piece of memory of each stretch between.
      replace(leaf, encodeBase64(decodeBase64(bytes.subarray(leaf.start, leaf.end))));
    }
  }
  pieces.push(bytes.subarray(from));
  refuseLong(pieces);
  return {
    bytes: joinBytes(pieces),
    fileAt(content) {
      const leaf = files.get(markIn(content));
      return leaf === undefined ? null : decodeTransfer(bytes.subarray(leaf.start, leaf.end), leaf.encoding);
    },
  };
}

/** The library itself decodes calendars, by what they say they are written in. */
const READ_BY_LIBRARY = /^(?:text\/(?:plain|html|calendar)|application\/ics)$/;

const isFile = ({ start, end, mediaType, isAttachment }: MimeLeaf): boolean =>
  end - start >= MIN_FILE_BYTES && (isAttachment || !READ_BY_LIBRARY.test(mediaType));

function markIn(content: Uint8Array): string {
  const start = content.subarray(0, 2 * MARK_BYTES);
  const plain = new TextDecoder('latin1').decode(start).trim();
  return MARK.test(plain) ? plain : new TextDecoder('latin1').decode(encodeBase64(start));
}

const MARK_BYTES = markOf(0).length;

const NEWLINE = 0x0a;

function refuseLong(pieces: readonly Uint8Array[]): void {
  const size = lengthOf(pieces);
  if (size > MAX_LEAN_BYTES)
    throw new ParseError(
      'document-unreadable',
      `this e-mail has ${size} bytes of text; at most ${MAX_LEAN_BYTES} are read: send its text as a file of its own`,
    );
  let lines = 0;
  for (const piece of pieces) {
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) lines += 1;
  }
  if (lines > MAX_LEAN_LINES)
    throw new ParseError(
      'document-unreadable',
      `this e-mail has ${lines} lines of text; at most ${MAX_LEAN_LINES} are read: send its text as a file of its own`,
    );
}
