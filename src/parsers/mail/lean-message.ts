import { joinBytes, lengthOf } from '../join-bytes';
import { ParseError } from '../parse-error';
import { leavesOf, type MimeLeaf } from './mime-parts';
import { decodeBase64, decodeTransfer, encodeBase64 } from './transfer-encoding';

/** A message without the files in it, each of which has its mark in its place. */
export interface LeanMessage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where those files are in the message, by their marks. */
  readonly files: ReadonlyMap<string, MimeLeaf>;
}

/** What the library takes for a file. */
export interface FoundFile {
  readonly mimeType: string;
  readonly content: Uint8Array;
}

/** Bytes of what is not a file: headers, texts, calendars, and files too small to matter. */
const MAX_LEAN_BYTES = 4 * 1024 * 1024;
/** Lines of it: the library holds each. */
const MAX_LEAN_LINES = 100_000;
/** Files from this size on are taken out. */
const MIN_FILE_BYTES = 1024;

/** Twelve bytes that base64 writes as letters alone, told with or without it. */
const markOf = (index: number): string => `QuarryPart${String(index).padStart(6, '0')}`;
const MARK = /^QuarryPart\d{6}$/;
const MARK_BYTES = markOf(0).length;

/**
 * Takes the files out of a message: the library holds each of them many times over, and every line of one that is not
 * packed. A small one stays, unless it says what could stand for another. Throws `ParseError`: what is left is too long,
 * or its parts are too many.
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
    const body = bytes.subarray(leaf.start, leaf.end);
    if (isFile(leaf) && (body.length >= MIN_FILE_BYTES || MARK.test(markIn(decodeTransfer(body, leaf.encoding))))) {
      const mark = markOf(files.size);
      files.set(mark, leaf);
      replace(leaf, new TextEncoder().encode(mark));
    } else if (leaf.encoding === 'base64' && body.length <= MAX_LEAN_BYTES) {
      // Padding in its midst would make a piece of memory of each stretch between.
      replace(leaf, encodeBase64(decodeBase64(body)));
    }
  }
  pieces.push(bytes.subarray(from));
  refuseLong(pieces);
  return { bytes: joinBytes(pieces), files };
}

/**
 * Which of the files that were taken out each is that the library found, none of them twice; null where it is none.
 * Throws `ParseError`: the library did not find them all, and so took a mark for text.
 */
export function filesFound({ files }: LeanMessage, found: readonly FoundFile[]): (MimeLeaf | null)[] {
  const left = new Map(files);
  const leaves = found.map(({ mimeType, content }) => {
    const mark = CALENDAR.test(mimeType) ? '' : markIn(content);
    const leaf = left.get(mark) ?? null;
    left.delete(mark);
    return leaf;
  });
  if (left.size === 0) return leaves;
  throw new ParseError('document-unreadable', 'this e-mail has files that look like text; save it again as .eml');
}

/** The library itself decodes calendars, attached or not, by what they say they are written in. */
const CALENDAR = /^(?:text\/calendar|application\/ics)$/;
const TEXT = /^text\/(?:plain|html)$/;

const isFile = ({ mediaType, isAttachment }: MimeLeaf): boolean =>
  !CALENDAR.test(mediaType) && (isAttachment || !TEXT.test(mediaType));

/** The mark as it stands, with the line end that the library gives it, or decoded from base64. Else what is no mark. */
function markIn(content: Uint8Array): string {
  if (content.length > MARK_BYTES + 1) return '';
  const isDecoded = content.length < MARK_BYTES;
  return new TextDecoder('latin1').decode(isDecoded ? encodeBase64(content) : content.subarray(0, MARK_BYTES));
}

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
