import { parseDelimitedText } from './delimited-text';
import { parseEmail } from './email';
import { parseHtml } from './html';
import { parseJson } from './json';
import { parseMarkdown } from './markdown';
import { sniffMediaType } from './media-type';
import type { CharacterReader } from './ocr/character-reader';
import { ParseError } from './parse-error';
import type { ParsedDocument, ParseOptions, Parser, ParserTools } from './parsed-document';
import { parsePlainText } from './plain-text';
import { parseSpreadsheet } from './spreadsheet';
import { unsupportedMessage } from './unsupported';
import { parseXml } from './xml';

/** Part of every cache key of a parsed document: raise it whenever any parser's output changes. */
export const PARSER_VERSION = '1';

/** Who reads what. The PDF reader is loaded when it is first needed: its WebAssembly is large. */
const PARSERS: Readonly<Record<string, Parser>> = {
  'application/pdf': async (...given) => (await import('./pdf/parse-pdf')).parsePdf(...given),
  'application/json': parseJson,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': parseSpreadsheet,
  'application/xml': parseXml,
  'message/rfc822': parseEmail,
  'text/csv': parseDelimitedText,
  'text/html': parseHtml,
  'text/markdown': parseMarkdown,
  'text/plain': parsePlainText,
  'text/tab-separated-values': parseDelimitedText,
};

/** Whether a sniffed media type has a parser. */
export function isSupported(mediaType: string): boolean {
  return Object.hasOwn(PARSERS, mediaType);
}

/** Files that one document may hold and have parsed, and how deep they may lie in one another. */
const MAX_FILES_INSIDE = 50;
const MAX_DEPTH = 3;
/** Bytes of all of them together. */
const MAX_BYTES_INSIDE = 64 * 1024 * 1024;

/**
 * Sniffs the bytes and parses them. Throws `ParseError` and nothing else: `unsupported-document` for a kind without a
 * parser, `document-unreadable` for no bytes, or bytes their parser cannot read.
 */
export async function parseDocument(
  bytes: Uint8Array,
  options: ParseOptions,
  characters: CharacterReader | null = null,
): Promise<ParsedDocument> {
  return parseAt(0, { files: MAX_FILES_INSIDE, bytes: MAX_BYTES_INSIDE }, characters, bytes, options);
}

interface Allowance {
  files: number;
  bytes: number;
}

async function parseAt(
  depth: number,
  left: Allowance,
  characters: CharacterReader | null,
  bytes: Uint8Array,
  options: ParseOptions,
): Promise<ParsedDocument> {
  const mediaType = sniffMediaType(bytes, options.filename);
  if (mediaType === null) throw new ParseError('document-unreadable', 'this file is empty (0 bytes)');
  const parse = isSupported(mediaType) ? PARSERS[mediaType] : undefined;
  if (parse === undefined) throw new ParseError('unsupported-document', unsupportedMessage(mediaType));
  const tools: ParserTools = {
    characters,
    async inside(found, filename) {
      if (depth >= MAX_DEPTH || left.files < 1 || left.bytes < found.length) return null;
      left.files -= 1;
      left.bytes -= found.length;
      return parseAt(depth + 1, left, characters, found, { filename, pages: null }).catch(nullIfUnreadable);
    },
  };
  try {
    return await parse(bytes, options, tools);
  } catch (error) {
    if (error instanceof ParseError) throw error;
    throw new ParseError('document-unreadable', `this ${mediaType} file is damaged and cannot be read`);
  }
}

/** A broken file inside does not make the document around it unreadable. */
function nullIfUnreadable(error: unknown): null {
  if (error instanceof ParseError) return null;
  throw error;
}
