import type { ParsedDocument } from '../../../src/parsers/parsed-document';

/** A document without its geometry: what a whole expected result is written as. */
export interface Outline {
  readonly mediaType: string;
  /** By page. */
  readonly lines: readonly (readonly string[])[];
  readonly tables: readonly { title: string | null; headerRows: number; rows: string[][] }[];
  /** Path joined by slashes, value, locator. */
  readonly fields: readonly (readonly [path: string, value: string, locator: string])[];
  readonly attachments: readonly { filename: string; mediaType: string; sizeBytes: number }[];
}

export function outline(document: ParsedDocument): Outline {
  return {
    mediaType: document.mediaType,
    lines: document.pages.map((page) => page.lines.map((line) => line.text)),
    tables: document.tables.map(({ title, headerRows, rows }) => ({
      title,
      headerRows,
      rows: rows.map((row) => row.map((cell) => cell.text)),
    })),
    fields: document.fields.map(({ path, value, locator }) => [path.join('/'), value, locator]),
    attachments: document.attachments.map(({ filename, mediaType, sizeBytes }) => ({ filename, mediaType, sizeBytes })),
  };
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
