import { parseGzip } from './archive/parse-gzip';
import { parseTar } from './archive/parse-tar';
import { parseZip } from './archive/parse-zip';
import { delimitedTextParts, parseDelimitedText } from './delimited-text';
import { parseEmail } from './email';
import { parseHtml } from './html';
import type { PictureType } from './image/parse-image';
import { parseJson } from './json';
import { parseMarkdown } from './markdown';
import { sniffMediaType } from './media-type';
import { parseMhtml } from './mhtml';
import { parseMsg } from './msg';
import { type CharacterReader, ReaderUnavailable } from './ocr/character-reader';
import { parseDoc } from './office/doc/parse-doc';
import { parseDocx } from './office/docx/parse-docx';
import { parseOdp } from './office/open-document/parse-odp';
import { parseOdt } from './office/open-document/parse-odt';
import { parsePpt } from './office/ppt/parse-ppt';
import { parsePptx } from './office/pptx/parse-pptx';
import { parseRtf } from './office/rtf/parse-rtf';
import { ParseError } from './parse-error';
import type { ParsedDocument, ParseOptions, Parser, ParserTools } from './parsed-document';
import { cutIntoParts, type ParsedPart, type PartParser, partsFrom } from './parsed-part';
import { parsePlainText, plainTextParts } from './plain-text';
import { READING_LIMITS, type ReadingLimits } from './reading-limits';
import { parseOds, parseSpreadsheet, parseXls, parseXlsb, SPREADSHEETS_IN_PARTS } from './spreadsheet';
import { parseSvg } from './svg/parse-svg';
import { unsupportedMessage } from './unsupported';
import { parseXml } from './xml';
import { parseYaml } from './yaml';

/** Part of every cache key of a parsed document: raise it whenever any parser's output changes. */
export const PARSER_VERSION = '9';

/** The version as it is kept: within other limits, the same bytes may be read differently. */
export function parserVersionWith(limits: ReadingLimits): string {
  const told = wordOf(limits);
  return told === wordOf(READING_LIMITS) ? PARSER_VERSION : `${PARSER_VERSION}-${told}`;
}

const wordOf = ({ pages, filesInside, bytesInside, depthInside }: ReadingLimits): string =>
  [pages, filesInside, bytesInside, depthInside].join('-');

/** Pictures, with the libraries that decode them, are loaded when the first is read. */
const image =
  (mediaType: PictureType): Parser =>
  async (...given) =>
    (await import('./image/parse-image')).parseImage(mediaType, ...given);

/** Who reads what. The PDF reader is loaded when it is first needed: its WebAssembly is large. */
const PARSERS: Readonly<Record<string, Parser>> = {
  'application/pdf': async (...given) => (await import('./pdf/parse-pdf')).parsePdf(...given),
  'application/gzip': parseGzip,
  'application/json': parseJson,
  'application/msword': parseDoc,
  'application/rtf': parseRtf,
  'application/vnd.ms-excel': parseXls,
  'application/vnd.ms-excel.sheet.binary.macroenabled.12': parseXlsb,
  'application/vnd.ms-powerpoint': parsePpt,
  'application/vnd.oasis.opendocument.presentation': parseOdp,
  'application/vnd.oasis.opendocument.spreadsheet': parseOds,
  'application/vnd.oasis.opendocument.text': parseOdt,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': parsePptx,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': parseSpreadsheet,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': parseDocx,
  'application/vnd.ms-outlook': parseMsg,
  'application/x-tar': parseTar,
  'application/xml': parseXml,
  'application/yaml': parseYaml,
  'application/zip': parseZip,
  'image/bmp': image('image/bmp'),
  'image/gif': image('image/gif'),
  'image/jpeg': image('image/jpeg'),
  'image/png': image('image/png'),
  'image/tiff': image('image/tiff'),
  'image/webp': image('image/webp'),
  'image/svg+xml': parseSvg,
  'message/rfc822': parseEmail,
  'multipart/related': parseMhtml,
  'text/csv': parseDelimitedText,
  'text/html': parseHtml,
  'text/markdown': parseMarkdown,
  'text/plain': parsePlainText,
  'text/tab-separated-values': parseDelimitedText,
};

/** Formats whose documents may be too long to be held whole: read part by part. The others are cut when they are read. */
const IN_PARTS: Readonly<Record<string, PartParser>> = {
  async *'application/pdf'(...given) {
    yield* (await import('./pdf/pdf-parts')).pdfParts(...given);
  },
  ...SPREADSHEETS_IN_PARTS,
  'text/csv': delimitedTextParts,
  'text/plain': plainTextParts,
  'text/tab-separated-values': delimitedTextParts,
};

/** Whether a sniffed media type has a parser. */
export function isSupported(mediaType: string): boolean {
  return Object.hasOwn(PARSERS, mediaType);
}

/** Lines of all of them together, and how many bytes count as one in a file that could not be read. */
const MAX_LINES_INSIDE = 40_000;
const BYTES_OF_LINE = 20;

/**
 * Sniffs the bytes and parses them. Throws `ReaderUnavailable`, or `ParseError`: `unsupported-document` for a kind without a
 * parser, `document-unreadable` for no bytes, or bytes their parser cannot read.
 */
export async function parseDocument(
  bytes: Uint8Array,
  options: ParseOptions,
  characters: CharacterReader | null = null,
): Promise<ParsedDocument> {
  return parseAt(0, wholeAllowance(options), characters, bytes, options);
}

/**
 * As `parseDocument`, one part after the other from the part with this number (1-based) on: a document of any length is
 * read without being held whole. A short one is one part.
 */
export async function* parseInParts(
  bytes: Uint8Array,
  options: ParseOptions,
  characters: CharacterReader | null = null,
  from = 1,
): AsyncGenerator<ParsedPart> {
  const { mediaType, parse, tools } = openAt(0, wholeAllowance(options), characters, bytes, options.filename);
  try {
    const inParts = IN_PARTS[mediaType];
    if (inParts !== undefined) yield* inParts(bytes, options, tools, from);
    else yield* partsFrom(from, cutIntoParts(await parse(bytes, options, tools)));
  } catch (error) {
    throw asParseError(error, mediaType);
  }
}

interface Allowance {
  readonly limits: ReadingLimits;
  files: number;
  bytes: number;
  lines: number;
}

const wholeAllowance = ({ limits = READING_LIMITS }: ParseOptions): Allowance => ({
  limits,
  files: limits.filesInside,
  bytes: limits.bytesInside,
  lines: MAX_LINES_INSIDE,
});

/** What reads these bytes, and what it may call on. */
interface Opened {
  readonly mediaType: string;
  readonly parse: Parser;
  readonly tools: ParserTools;
}

function openAt(
  depth: number,
  left: Allowance,
  characters: CharacterReader | null,
  bytes: Uint8Array,
  filename: string,
): Opened {
  const mediaType = sniffMediaType(bytes, filename);
  if (mediaType === null) throw new ParseError('document-unreadable', 'this file is empty (0 bytes)');
  const parse = isSupported(mediaType) ? PARSERS[mediaType] : undefined;
  if (parse === undefined) throw new ParseError('unsupported-document', unsupportedMessage(mediaType));
  const within = async (
    sizeBytes: number,
    read: () => Promise<ParsedDocument>,
    tellWhyNot: (reason: string) => void = () => {},
  ): Promise<ParsedDocument | null> => {
    const refusal = refusalOf(depth, left, sizeBytes);
    if (refusal !== null) {
      tellWhyNot(refusal);
      return null;
    }
    left.files -= 1;
    left.bytes -= sizeBytes;
    const document = await read().catch((error) => {
      tellWhyNot(reasonIfUnreadable(error));
      return null;
    });
    left.lines -= document === null ? sizeBytes / BYTES_OF_LINE : ownLines(document);
    return document;
  };
  const tools: ParserTools = {
    characters,
    refusal: (sizeBytes) => refusalOf(depth, left, sizeBytes),
    inside(found, name, tellWhyNot) {
      const options = { filename: name, pages: null, limits: left.limits };
      return within(found.length, () => parseAt(depth + 1, left, characters, found, options), tellWhyNot);
    },
    within: (sizeBytes, read) => within(sizeBytes, read),
  };
  return { mediaType, parse, tools };
}

async function parseAt(
  depth: number,
  left: Allowance,
  characters: CharacterReader | null,
  bytes: Uint8Array,
  options: ParseOptions,
): Promise<ParsedDocument> {
  const { mediaType, parse, tools } = openAt(depth, left, characters, bytes, options.filename);
  try {
    return await parse(bytes, options, tools);
  } catch (error) {
    throw asParseError(error, mediaType);
  }
}

/** Lines of the pages that are of no file further inside: those have been counted. */
function ownLines({ pages }: ParsedDocument): number {
  return pages.reduce((sum, { file, lines }) => sum + (file === undefined ? lines.length : 0), 0);
}

function asParseError(error: unknown, mediaType: string): Error {
  if (error instanceof ParseError || error instanceof ReaderUnavailable) return error;
  return new ParseError('document-unreadable', `this ${mediaType} file is damaged and cannot be read`);
}

/** Why a file found in another one is not to be parsed; null: it is. */
function refusalOf(depth: number, left: Allowance, sizeBytes: number): string | null {
  const { filesInside, bytesInside, depthInside } = left.limits;
  if (depth >= depthInside) return `it lies deeper than ${depthInside} files inside one another; send it by itself`;
  if (left.files >= 1 && left.lines >= 1 && left.bytes >= sizeBytes) return null;
  return `no more than ${filesInside} files, ${MAX_LINES_INSIDE} lines and ${bytesInside} bytes inside one document are read; send it by itself`;
}

/** A broken file inside does not make the document around it unreadable. */
function reasonIfUnreadable(error: unknown): string {
  if (error instanceof ParseError) return error.message;
  throw error;
}
