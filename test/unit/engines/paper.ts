import type { Attachment, Field, Line, ParsedDocument, Table, Word } from '../../../src/parsers/parsed-document';

/** One line of print: where it starts and what it says. A character is 6 points wide, a line 12 high. */
export type Print = readonly [x: number, y: number, text: string];

interface Extras {
  readonly tables?: readonly Table[];
  readonly fields?: readonly Field[];
  readonly attachments?: readonly Attachment[];
  readonly properties?: Readonly<Record<string, string>>;
  readonly language?: string;
}

/** A parsed document from what is printed on its pages. */
export function paper(pages: readonly (readonly Print[])[], extras: Extras = {}): ParsedDocument {
  return {
    mediaType: 'application/pdf',
    pages: pages.map((prints, index) => ({
      number: index + 1,
      width: 612,
      height: 792,
      lines: prints.map(lineOf),
      rules: [],
    })),
    tables: extras.tables ?? [],
    fields: extras.fields ?? [],
    attachments: extras.attachments ?? [],
    properties: extras.properties ?? {},
    markdown: '',
    language: extras.language ?? null,
  };
}

/** Text with one line under the other, as a letter. */
export function letter(...lines: readonly string[]): ParsedDocument {
  return paper([lines.map((text, index): Print => [36, 36 + 14 * index, text])]);
}

function lineOf([x, y, text]: Print): Line {
  let at = x;
  const words = text.split(' ').map((one): Word => {
    const box = { x: at, y, width: one.length * 6, height: 12 };
    at += (one.length + 1) * 6;
    return { text: one, box, size: 10, bold: false, certainty: 1 };
  });
  return { words, text, box: { x, y, width: text.length * 6, height: 12 } };
}

/** A declared table; the first row is its heading unless `headerRows` says otherwise. */
export function table(rows: readonly (readonly string[])[], page = 1, headerRows = 1): Table {
  return {
    page,
    box: { x: 36, y: 200, width: 500, height: rows.length * 14 },
    headerRows,
    title: null,
    rows: rows.map((row, down) =>
      row.map((text, across) => ({
        text,
        box: { x: 36 + across * 100, y: 200 + down * 14, width: 90, height: 12 },
        locator: null,
      })),
    ),
  };
}

/** Declared fields from "a/b/0/c" paths. */
export function declared(values: Readonly<Record<string, string>>): Field[] {
  return Object.entries(values).map(([path, value], index) => ({
    path: path.split('/'),
    value,
    page: 1,
    box: { x: 36, y: 36 + 12 * index, width: 6 * Math.max(1, value.length), height: 12 },
    locator: `/${path}`,
  }));
}
