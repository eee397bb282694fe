import { parseDelimitedText } from './delimited-text';
import { parseEmail } from './email';
import { parseHtml } from './html';
import { parseJson } from './json';
import { parseMarkdown } from './markdown';
import { sniffMediaType } from './media-type';
import { ParseError } from './parse-error';
import type { ParsedDocument, ParseOptions, Parser } from './parsed-document';
import { parsePlainText } from './plain-text';
import { parseSpreadsheet } from './spreadsheet';
import { unsupportedMessage } from './unsupported';
import { parseXml } from './xml';

/** Part of every cache key of a parsed document: raise it whenever any parser's output changes. */
export const PARSER_VERSION = '1';

/** Who reads what. The PDF reader is loaded when it is first needed: its WebAssembly is large. */
const PARSERS: Readonly<Record<string, Parser>> = {
  'application/pdf': async (bytes, options) => (await import('./pdf/parse-pdf')).parsePdf(bytes, options),
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

/**
 * Sniffs the bytes and parses them. Throws `ParseError` and nothing else: `unsupported-document` for a kind without a
 * parser, `document-unreadable` for no bytes, or bytes their parser cannot read.
 */
export async function parseDocument(bytes: Uint8Array, options: ParseOptions): Promise<ParsedDocument> {
  const mediaType = sniffMediaType(bytes, options.filename);
  if (mediaType === null) throw new ParseError('document-unreadable', 'this file is empty (0 bytes)');
  const parse = isSupported(mediaType) ? PARSERS[mediaType] : undefined;
  if (parse === undefined) throw new ParseError('unsupported-document', unsupportedMessage(mediaType));
  try {
    return await parse(bytes, options);
  } catch (error) {
    if (error instanceof ParseError) throw error;
    throw new ParseError('document-unreadable', `this ${mediaType} file is damaged and cannot be read`);
  }
}
