import type { CharacterReader } from './ocr/character-reader';
import type { ReadingLimits } from './reading-limits';

/**
 * What every parser produces: words with places, and the structure that the format itself declares.
 *
 * Geometry is in points (1/72 inch) from the top left of the page, y downwards. Formats without pages of their own
 * (text, CSV, HTML, JSON ...) are typeset on a fixed grid by `typeset.ts`, so that every word of every format has a
 * page and a box, and the engines need one way of looking.
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * One run of characters without white space, as printed. A box to be ticked is a word of its own, whether it is drawn, a
 * sign of a font or a form widget: "☐" when empty, "☒" when ticked or crossed.
 */
export interface Word {
  readonly text: string;
  readonly box: Box;
  /** Font size in points. */
  readonly size: number;
  readonly bold: boolean;
  /** How sure the reader is of the characters, 0-1: 1 for a text layer, less for OCR. */
  readonly certainty: number;
}

/** Words on one baseline that belong together: a wide gap starts another line (another column, another table cell). */
export interface Line {
  readonly words: readonly Word[];
  /** The words joined by single spaces. */
  readonly text: string;
  readonly box: Box;
  /** 1-6, where the format says that it is a heading; left out: it does not. */
  readonly heading?: number;
  /** The number of the list item that it begins ("3."), whose text has "-" in its place; left out: none. */
  readonly marker?: string;
  /** The links and pictures in it, in order; left out: none that the format tells. */
  readonly links?: readonly Link[];
}

/** Words of a line that the format links to something, or that stand for a picture. */
export interface Link {
  /** As it stands in the line. */
  readonly text: string;
  /** As it is declared; empty for a picture that has none. */
  readonly url: string;
  readonly isPicture?: true;
}

/** A drawn straight line, horizontal or vertical; the sides of a drawn rectangle are four of them. */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface TableCell {
  readonly text: string;
  /** The text cut where its author began a new line, not where it only wrapped; left out where it is one. */
  readonly lines?: readonly string[];
  readonly box: Box;
  /** Where it stands in its own format ("Sheet1!B7", "row 3, column 2"); null when only the box tells. */
  readonly locator: string | null;
  /** Where the format says that the cell left of it or above it goes on here; left out: it is one of its own. */
  readonly goesOn?: 'left' | 'above';
}

/** A grid that the format declares or that ruling lines or columns show. Every row has the same number of cells. */
export interface Table {
  readonly page: number;
  readonly box: Box;
  /** How many leading rows are headings; 0 when none is known. */
  readonly headerRows: number;
  readonly rows: readonly (readonly TableCell[])[];
  /** What a caption, sheet name or heading calls it; null when nothing does. */
  readonly title: string | null;
  /** Whether it goes on with the table before it, from the page before: same columns, headings repeated or not. */
  readonly continues?: boolean;
  /** How many rows at its end sum up and are set apart in print (bold, ruled off, without a first cell); left out: none seen. */
  readonly totalRows?: number;
}

/** One named value that the format itself declares: a JSON or XML leaf, a mail header, a form widget, a CSV of one row. */
export interface Field {
  /** Names from the root; array positions are 0-based decimal strings: ["items", "0", "price"]. XML names keep their prefix. */
  readonly path: readonly string[];
  readonly value: string;
  readonly page: number;
  readonly box: Box;
  /** A JSON pointer, an XPath, a header name ... */
  readonly locator: string;
}

export interface Page {
  /** 1-based. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** In reading order. */
  readonly lines: readonly Line[];
  readonly rules: readonly Rule[];
  /** Outlines and tinted areas that are drawn, whatever they hold, from the top; left out: none. */
  readonly frames?: readonly Box[];
  /** Rows of dots, which are no words; left out: none. */
  readonly leaders?: readonly Box[];
  /** Where pictures stand that are no more than a part of the page, from the top; left out: none that is known. */
  readonly pictures?: readonly Box[];
  /** Whether it stands as it was printed, so that sizes and places tell headings and paragraphs; left out: it was typeset here. */
  readonly printed?: true;
  /** Degrees clockwise by which most of its text is drawn; left out: upright. Boxes are those of the page as displayed. */
  readonly turned?: 90 | 180 | 270;
  /** The file inside the document that this page is of ("offer.pdf", "march/rent.csv"); left out: the document itself. */
  readonly file?: string;
}

/** A file inside the document: a mail attachment, an XML invoice inside a PDF. */
export interface Attachment {
  readonly filename: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Its content parsed, where it is of use as evidence (XML inside a PDF); null where it is only listed. */
  readonly document: ParsedDocument | null;
}

export interface ParsedDocument {
  /** The sniffed media type that was parsed. */
  readonly mediaType: string;
  readonly pages: readonly Page[];
  /** In reading order over all pages. */
  readonly tables: readonly Table[];
  readonly fields: readonly Field[];
  readonly attachments: readonly Attachment[];
  /** Title, author ... as the format declares them. */
  readonly properties: Readonly<Record<string, string>>;
  /** The whole text as Markdown, tables kept. */
  readonly markdown: string;
  /** ISO 639-1 guess from the words; null when there are too few. */
  readonly language: string | null;
}

/** What a caller asks of a parser. */
export interface ParseOptions {
  readonly filename: string;
  /** 1-based pages to read; null: all. A page that is not there is ignored. */
  readonly pages: readonly number[] | null;
  /** Absent: as much as can be. */
  readonly limits?: ReadingLimits;
}

/** What a parser may call on besides its own format. */
export interface ParserTools {
  /** Reads the characters of page images; null: nobody does. */
  readonly characters: CharacterReader | null;
  /** Why a file of so many bytes found inside this one would not be read now; null: it would. */
  refusal(sizeBytes: number): string | null;
  /**
   * Parses a file found inside this one: an attachment, the entry of an archive. Null where it is only to be listed: it
   * has no parser, cannot be read, lies too deep, or the limits on what one document may hold are used up; `tellWhyNot` is
   * told which, before.
   */
  inside(bytes: Uint8Array, filename: string, tellWhyNot?: (reason: string) => void): Promise<ParsedDocument | null>;
  /** The same of what is inside this one in its own format, and so no file by itself. */
  within(sizeBytes: number, parse: () => Promise<ParsedDocument>): Promise<ParsedDocument | null>;
}

/** Bytes of one format to a document. Throws `ParseError`, nothing else. No I/O beyond its arguments. */
export type Parser = (bytes: Uint8Array, options: ParseOptions, tools: ParserTools) => Promise<ParsedDocument>;
