import { ParseError } from '../parse-error';
import { type MimeHead, mimeHead } from './mime-head';

/** A part without parts of its own; where its body lies in the message. */
export interface MimeLeaf extends Omit<MimeHead, 'boundary'> {
  readonly start: number;
  readonly end: number;
}

/** Parts inside parts. */
export const MAX_NESTING = 50;
/** Bytes of the headers of all parts together. */
export const MAX_HEADER_BYTES = 512 * 1024;
/** Bytes of a boundary: 70 are allowed (RFC 2046, 5.1.1). */
const MAX_BOUNDARY_BYTES = 200;
/** As many as an archive may have entries. */
const MAX_PARTS = 1000;
/** Lines that begin as boundaries do: each is compared with all that are open. */
const MAX_BOUNDARIES = 10_000;

const [NEWLINE, RETURN, HYPHEN, BLANK, TAB] = [0x0a, 0x0d, 0x2d, 0x20, 0x09];

interface Line {
  readonly start: number;
  /** Without what ends the line. */
  readonly end: number;
  /** Where the next one starts. */
  readonly next: number;
}

/** A part whose own parts begin behind its boundary. */
interface Multipart {
  readonly boundary: Uint8Array;
  readonly isDigest: boolean;
}

/**
 * The leaves of a message, in their order. Holds no bytes. Throws `ParseError`: its parts are too many or nested too
 * deep, its headers too long.
 */
export function leavesOf(bytes: Uint8Array): MimeLeaf[] {
  const leaves: MimeLeaf[] = [];
  const open: Multipart[] = [];
  let head: Line[] | null = [];
  let leaf: Omit<MimeLeaf, 'end'> | null = null;
  let headerBytes = 0;
  let hyphened = 0;
  const close = (end: number): void => {
    if (leaf === null) return;
    if (leaves.length === MAX_PARTS) throw refused(`more than ${MAX_PARTS} parts; ${REMEDY}`);
    leaves.push({ ...leaf, end: Math.max(leaf.start, end) });
    leaf = null;
  };
  for (let at = 0; at < bytes.length; ) {
    // Of what is no header only boundaries matter.
    const line = lineAt(bytes, head === null ? nextHyphened(bytes, at) : at);
    at = line.next;
    if (isHyphened(bytes, line.start)) hyphened += 1;
    if (hyphened > MAX_BOUNDARIES)
      throw refused(`more than ${MAX_BOUNDARIES} lines that begin with two hyphens; ${REMEDY}`);
    const found = boundaryAt(bytes, line, open);
    if (found !== null) {
      close(withoutLineEnd(bytes, line.start));
      open.length = found.index + (found.isLast ? 0 : 1);
      head = found.isLast ? null : [];
    } else if (head === null) continue;
    else if (line.end > line.start) {
      head.push(line);
      headerBytes += line.end - line.start;
      if (headerBytes > MAX_HEADER_BYTES) throw refused(`more than ${MAX_HEADER_BYTES} bytes of headers; ${REMEDY}`);
    } else {
      const lines = head.map(({ start, end }) => bytes.subarray(start, end));
      const { boundary, ...own } = mimeHead(lines, open.at(-1)?.isDigest === true);
      if (own.mediaType.startsWith('multipart/')) {
        const isDigest = own.mediaType === 'multipart/digest';
        if (boundary !== null) open.push({ boundary: encodedBoundary(boundary), isDigest });
      } else leaf = { ...own, start: line.next };
      if (open.length > MAX_NESTING) throw refused(`parts more than ${MAX_NESTING} deep; save the inner ones`);
      head = null;
    }
  }
  close(bytes.length);
  return leaves;
}

const REMEDY = 'save its text and attachments and send them';
const refused = (what: string): ParseError => new ParseError('document-unreadable', `this e-mail has ${what}`);

function lineAt(bytes: Uint8Array, start: number): Line {
  const newline = bytes.indexOf(NEWLINE, start);
  const next = newline < 0 ? bytes.length : newline + 1;
  let end = newline < 0 ? bytes.length : newline;
  while (end > start && bytes[end - 1] === RETURN) end -= 1;
  return { start, end, next };
}

/** Where the next line begins that may be a boundary, from the beginning of a line on; where none does, the end. */
function nextHyphened(bytes: Uint8Array, from: number): number {
  if (isHyphened(bytes, from)) return from;
  // Of two hyphens one stands where every second byte is looked at.
  for (let at = from + 1; at < bytes.length; at += 2) {
    if (bytes[at] !== HYPHEN) continue;
    const start = bytes[at - 1] === HYPHEN ? at - 1 : at;
    if (bytes[start - 1] === NEWLINE && isHyphened(bytes, start)) return start;
  }
  return bytes.length;
}

const isHyphened = (bytes: Uint8Array, start: number): boolean =>
  bytes[start] === HYPHEN && bytes[start + 1] === HYPHEN;

/** Of which of the open multiparts a line is the boundary, the innermost first; `isLast`: nothing of it follows. */
function boundaryAt(
  bytes: Uint8Array,
  line: Line,
  open: readonly Multipart[],
): { index: number; isLast: boolean } | null {
  if (!isHyphened(bytes, line.start)) return null;
  for (let index = open.length - 1; index >= 0; index -= 1) {
    const boundary = open[index]?.boundary ?? new Uint8Array();
    const from = line.start + 2;
    const after = from + boundary.length;
    if (after > line.end || !isAt(bytes, from, boundary)) continue;
    const isLast = after + 2 <= line.end && bytes[after] === HYPHEN && bytes[after + 1] === HYPHEN;
    const rest = bytes.subarray(after + (isLast ? 2 : 0), line.end);
    if (rest.every((byte) => byte === BLANK || byte === TAB)) return { index, isLast };
  }
  return null;
}

function isAt(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  for (let at = 0; at < wanted.length; at += 1) {
    if (bytes[start + at] !== wanted[at]) return false;
  }
  return true;
}

/** The line end before a boundary belongs to the boundary. */
function withoutLineEnd(bytes: Uint8Array, at: number): number {
  const end = bytes[at - 1] === NEWLINE ? at - 1 : at;
  return bytes[end - 1] === RETURN ? end - 1 : end;
}

function encodedBoundary(boundary: string): Uint8Array {
  const encoded = new TextEncoder().encode(boundary);
  if (encoded.length > MAX_BOUNDARY_BYTES)
    throw refused(`a boundary of more than ${MAX_BOUNDARY_BYTES} bytes between its parts; save it again as .eml`);
  return encoded;
}
