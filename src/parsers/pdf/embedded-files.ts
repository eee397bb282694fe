import { findText } from './find-bytes';
import { inflate } from './inflate';

/** A file that travels inside a PDF. */
export interface EmbeddedFile {
  readonly filename: string;
  readonly content: Uint8Array;
}

/** Files taken out of one PDF. */
const MAX_FILES = 50;
/** Bytes of one file when inflated. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Bytes of all object streams looked into for file names, when inflated. */
const MAX_OBJECT_STREAM_BYTES = 32 * 1024 * 1024;
/** Characters of a dictionary to look at around what marks it. */
const DICTIONARY_REACH = 2000;

/**
 * The files embedded in a PDF (ISO 32000-1, 7.11.4): the reader library has no call for them. Looks for their streams,
 * which always stand open in the file, and for the file specifications that name them, which may be inside object
 * streams. Takes none from an encrypted PDF. Never throws: what cannot be read is left out.
 */
export async function embeddedFiles(bytes: Uint8Array): Promise<EmbeddedFile[]> {
  // Most have none, and their text would be as large as the file.
  if (findText(bytes, '/EmbeddedFile') < 0) return [];
  const text = new TextDecoder('latin1').decode(bytes);
  if (!/\/EmbeddedFile(?!s)/.test(text) || /\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</.test(text)) return [];
  const names = await fileNames(bytes, text);
  const files: EmbeddedFile[] = [];
  const seen = new Set<number>();
  for (const mark of text.matchAll(/\/EmbeddedFile(?!s)/g)) {
    const head = objectBefore(text, mark.index);
    if (head === null || seen.has(head.number) || files.length >= MAX_FILES) continue;
    seen.add(head.number);
    const content = await streamContent(bytes, text, head.bodyStart, MAX_FILE_BYTES);
    if (content !== null && content.length > 0) files.push({ filename: names.get(head.number) ?? 'unnamed', content });
  }
  return files;
}

/** The `12 0 obj` that a place is in. */
function objectBefore(text: string, at: number): { number: number; bodyStart: number } | null {
  const from = Math.max(0, at - DICTIONARY_REACH);
  const heads = [...text.slice(from, at).matchAll(/(\d{1,10})\s+\d{1,5}\s+obj\b/g)];
  const head = heads[heads.length - 1];
  return head === undefined ? null : { number: Number(head[1]), bodyStart: from + head.index + head[0].length };
}

/** The decoded content of the stream object whose dictionary begins at `bodyStart`; null for filters other than Flate. */
async function streamContent(
  bytes: Uint8Array,
  text: string,
  bodyStart: number,
  limit: number,
): Promise<Uint8Array | null> {
  const keyword = text.indexOf('stream', bodyStart);
  if (keyword < 0 || keyword - bodyStart > 2 * DICTIONARY_REACH) return null;
  const dictionary = text.slice(bodyStart, keyword);
  let start = keyword + 'stream'.length;
  if (text[start] === '\r') start += 1;
  if (text[start] === '\n') start += 1;
  const declared = declaredLength(text, dictionary);
  const isRight = declared !== null && /^\s{0,2}endstream/.test(text.slice(start + declared, start + declared + 12));
  const end = isRight && declared !== null ? start + declared : text.indexOf('endstream', start);
  if (end < 0) return null;
  const raw = bytes.subarray(start, end);
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1];
  if (filter === undefined) return raw.length > limit ? null : raw;
  return /^\[?\s*\/(?:FlateDecode|Fl)\s*\]?$/.test(filter) ? inflate(raw, limit) : null;
}

function declaredLength(text: string, dictionary: string): number | null {
  const length = /\/Length\s+(\d{1,10})(\s+\d{1,5}\s+R)?/.exec(dictionary);
  if (length === null) return null;
  if (length[2] === undefined) return Number(length[1]);
  const found = new RegExp(`(?:^|\\s)${Number(length[1])}\\s+\\d{1,5}\\s+obj\\s+(\\d{1,10})`).exec(text);
  return found === null ? null : Number(found[1]);
}

/** File names by the number of the stream object they belong to. */
async function fileNames(bytes: Uint8Array, text: string): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  collectNames(text, names);
  let budget = MAX_OBJECT_STREAM_BYTES;
  for (const mark of text.matchAll(/\/ObjStm\b/g)) {
    const head = objectBefore(text, mark.index);
    if (head === null || budget <= 0) continue;
    const content = await streamContent(bytes, text, head.bodyStart, budget);
    if (content === null) continue;
    budget -= content.length;
    collectNames(new TextDecoder('latin1').decode(content), names);
  }
  return names;
}

function collectNames(text: string, names: Map<number, string>): void {
  for (const mark of text.matchAll(/\/EF\s*<<([^>]{0,200})>>/g)) {
    const around = fileSpecificationAround(text, mark.index, mark[0].length);
    const name = nameIn(around, 'UF') ?? nameIn(around, 'F');
    for (const reference of (mark[1] ?? '').matchAll(/\/(?:UF|F)\s+(\d{1,10})\s+\d{1,5}\s+R/g)) {
      if (name !== null) names.set(Number(reference[1]), name);
    }
  }
}

/** The dictionary around `/EF <<...>>`, without it: back to its `<<` and on to its `>>`. */
function fileSpecificationAround(text: string, at: number, length: number): string {
  const before = text.slice(Math.max(0, at - DICTIONARY_REACH), at);
  const after = text.slice(at + length, at + length + DICTIONARY_REACH);
  const end = /(?<!\\)>>|endobj/.exec(after)?.index ?? after.length;
  return `${before.slice(before.lastIndexOf('<<'))} ${after.slice(0, end)}`;
}

function nameIn(dictionary: string, key: 'UF' | 'F'): string | null {
  const literal = new RegExp(`/${key}\\s*\\(((?:[^()\\\\]|\\\\.)*)\\)`).exec(dictionary)?.[1];
  if (literal !== undefined) return stringText(unescaped(literal));
  const hex = new RegExp(`/${key}\\s*<([0-9A-Fa-f\\s]*)>`).exec(dictionary)?.[1];
  if (hex === undefined) return null;
  const pairs = hex.replace(/\s/g, '').match(/../g) ?? [];
  return stringText(pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join(''));
}

function unescaped(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|.)/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8) & 0xff) : escaped,
  );
}

/** A PDF text string: UTF-16 with a byte order mark, else Latin-1. */
function stringText(raw: string): string | null {
  const text =
    raw.startsWith('\xfe\xff') || raw.startsWith('\u00fe\u00ff')
      ? (raw.slice(2).match(/[\s\S]{2}/g) ?? [])
          .map((pair) => String.fromCharCode((pair.charCodeAt(0) << 8) | pair.charCodeAt(1)))
          .join('')
      : raw;
  const name = text.replace(/[\u0000-\u001f]/g, '').trim();
  return name === '' ? null : name;
}
