import type { Findings } from './finish-document';
import { sniffMediaType, UNKNOWN_MEDIA_TYPE } from './media-type';
import type { Attachment, Field, Page, ParsedDocument, ParserTools, Table } from './parsed-document';

/** A file found inside another one. */
export interface FileInside {
  readonly filename: string;
  readonly sizeBytes: number;
  /** What the file around says it is; used where the bytes do not tell, or are not read. */
  readonly declaredType?: string;
  /** Its bytes; null: it is only listed, as decoration, signatures and encrypted files are. */
  readonly read: (() => Uint8Array | Promise<Uint8Array>) | null;
}

/**
 * Files inside as attachments, each with what its parser found in it. One after another: memory is short. Of one that will
 * not be read the bytes are not looked at: there may be thousands.
 */
export async function readFilesInside(files: Iterable<FileInside>, tools: ParserTools): Promise<Attachment[]> {
  const attachments: Attachment[] = [];
  for (const file of files) attachments.push(await readFileInside(file, tools));
  return attachments;
}

/** One of them; `tellWhyNot` is told why it was not read. */
export async function readFileInside(
  { filename, sizeBytes, declaredType = UNKNOWN_MEDIA_TYPE, read }: FileInside,
  tools: ParserTools,
  tellWhyNot: (reason: string) => void = () => {},
): Promise<Attachment> {
  const listed = { filename, mediaType: declaredType, sizeBytes, document: null };
  if (read === null || sizeBytes === 0) return listed;
  const refusal = tools.refusal(sizeBytes);
  if (refusal !== null) {
    tellWhyNot(refusal);
    return listed;
  }
  const bytes = await read();
  const sniffed = sniffMediaType(bytes, filename) ?? UNKNOWN_MEDIA_TYPE;
  const mediaType = sniffed === UNKNOWN_MEDIA_TYPE ? declaredType : sniffed;
  const document = await tools.inside(bytes, filename, tellWhyNot);
  return { filename, mediaType, sizeBytes: bytes.length, document };
}

/**
 * A document and the files inside it as one: their pages come after its own, numbered on, and say which file they are of.
 * Files inside of those are listed by both names ("march.zip/rent.pdf"). An XML file keeps its own fields besides, by
 * which an invoice in it is known.
 */
export function joinFilesInside(own: Findings, attachments: readonly Attachment[]): Findings {
  const pages: Page[] = [...own.pages];
  const tables: Table[] = [...(own.tables ?? [])];
  const fields: Field[] = [...(own.fields ?? [])];
  const listed: Attachment[] = [];
  let lastPage = lastOf(pages);
  for (const { document, ...attachment } of attachments) {
    if (document === null) {
      listed.push({ ...attachment, document });
      continue;
    }
    const { filename } = attachment;
    const moved = movedBehind(document, lastPage);
    lastPage = Math.max(lastPage, lastOf(moved.pages));
    for (const page of moved.pages) pages.push({ ...page, file: nameWithin(filename, page.file) });
    for (const table of moved.tables) tables.push(table);
    for (const field of moved.fields) fields.push(field);
    const isXml = document.mediaType === 'application/xml';
    listed.push({ ...attachment, document: isXml ? { ...moved, pages: [], tables: [], markdown: '' } : null });
    for (const inner of document.attachments) {
      listed.push({ ...inner, filename: nameWithin(filename, inner.filename) });
    }
  }
  return { ...own, pages, tables, fields, attachments: listed };
}

const lastOf = (pages: readonly Page[]): number => pages.reduce((last, { number }) => Math.max(last, number), 0);

const nameWithin = (outer: string, inner: string | undefined): string =>
  inner === undefined ? outer : `${outer}/${inner}`;

function movedBehind(document: ParsedDocument, lastPage: number): ParsedDocument {
  return {
    ...document,
    pages: document.pages.map((page) => ({ ...page, number: page.number + lastPage })),
    tables: document.tables.map((table) => ({ ...table, page: table.page + lastPage })),
    fields: document.fields.map((field) => ({ ...field, page: field.page + lastPage })),
  };
}
