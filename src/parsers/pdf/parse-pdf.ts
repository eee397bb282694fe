import type { ParsedPage, ParseResult } from '@llamaindex/liteparse-wasm';
import { finishDocument } from '../finish-document';
import { withContinuations } from '../page-layout/continued-tables';
import { ParseError } from '../parse-error';
import type { Field, Page, ParsedDocument, ParseOptions, ParserTools, Table } from '../parsed-document';
import { attachmentsOf } from './attachments';
import { layOutPdfPage } from './lay-out-pdf-page';
import { createPdfFile, type PdfFile } from './pdf-file';
import { readInTurns } from './read-in-turns';
import { readScannedPage, type ScannedPage } from './read-scanned-page';

const MEDIA_TYPE = 'application/pdf';

/** Some pages of a file, and how many it has. */
export interface PdfPages {
  readonly document: ParsedDocument;
  readonly pageCount: number;
}

/** Pages of a file that is read whole: one inside another. Longer ones are read in parts. */
const MAX_PAGES_AT_ONCE = 100;

/**
 * PDF. Pages without a text layer that can be used are read as images, where somebody reads characters; where nobody
 * does, a document without any text, and any field, is refused.
 */
export async function parsePdf(
  bytes: Uint8Array,
  { pages }: ParseOptions,
  tools: ParserTools,
): Promise<ParsedDocument> {
  const few = pages ?? Array.from({ length: MAX_PAGES_AT_ONCE }, (_, index) => index + 1);
  const { document, pageCount } = await parsePdfPages(createPdfFile(bytes), few, tools);
  if (pages === null && pageCount > MAX_PAGES_AT_ONCE)
    throw new ParseError('document-unreadable', `this PDF has ${pageCount} pages, too many to be read in one go`);
  return document;
}

/** The pages asked for and no others are read; `withAttachments`: and what is attached to the file. */
export async function parsePdfPages(
  file: PdfFile,
  wanted: readonly number[],
  tools: ParserTools,
  withAttachments = true,
): Promise<PdfPages> {
  const pages: Page[] = [];
  const tables: Table[] = [];
  const fields: Field[] = [];
  let facts: Pick<PdfPages, 'pageCount'> & Pick<ParsedDocument, 'properties'> = { pageCount: 0, properties: {} };
  let language: string | null = null;
  for await (const result of readInTurns(file, wanted)) {
    if (result.totalPages === 0) throw new ParseError('document-unreadable', 'this PDF has no pages');
    facts = { pageCount: result.totalPages, properties: propertiesOf(result) };
    for (const page of result.pages) {
      const scanned: ScannedPage | null =
        tools.characters === null ? null : await readScannedPage(file, page, language, tools.characters);
      const layout = scanned ?? layOutPdfPage(page, file.hasPictures);
      language = scanned?.language ?? language;
      tables.push(...layout.tables);
      pages.push(layout.page);
      fields.push(...fieldsOfPage(page));
    }
  }
  const { pageCount, properties } = facts;
  const isWhole = pages.length === pageCount;
  if (tools.characters === null && isWhole && fields.length === 0 && pages.every((page) => page.lines.length === 0)) {
    throw new ParseError(
      'document-unreadable',
      'this PDF has no text layer: it is a scan, and nobody reads characters here; bind the OCR Worker, or run OCR on it first',
    );
  }
  const attachments = withAttachments ? await attachmentsOf(file.bytes, tools) : [];
  const document = finishDocument(
    { mediaType: MEDIA_TYPE, pages, tables: withContinuations(pages, tables), fields, attachments, properties },
    null,
  );
  return { document, pageCount };
}

/** Values of form widgets: what was typed, chosen or ticked. Buttons and empty ones have none. */
function fieldsOfPage(page: ParsedPage): Field[] {
  return (page.formFields ?? []).flatMap((field) => {
    const name = field.name ?? field.alternateName;
    const chosen = field.selectedOptions.join(', ');
    const ticked = field.checked === true ? (field.exportValue ?? 'Yes') : '';
    const value = /check|radio/i.test(field.type) ? ticked : (field.value ?? '') || chosen;
    if (name === undefined || value.trim() === '' || /push|button$|signature/i.test(field.type)) return [];
    const box = field.rect ?? { x: 0, y: 0, width: 0, height: 0 };
    return [
      {
        path: [field.alternateName !== undefined && field.alternateName !== '' ? field.alternateName : name],
        value,
        page: page.pageNum,
        box: { x: box.x, y: box.y, width: box.width, height: box.height },
        locator: name,
      },
    ];
  });
}

function propertiesOf(result: ParseResult): Record<string, string> {
  const found: Record<string, string | undefined> = {
    creator: result.creator,
    producer: result.producer,
    created: result.docMeta?.creationDate,
    modified: result.docMeta?.modDate,
  };
  return Object.fromEntries(Object.entries(found).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
