import type { ParseResult } from '@llamaindex/liteparse-wasm';
import { ParseError } from '../parse-error';
import { askReader } from './ask-reader';
import { damagedPdf } from './damaged-pdf';
import type { PdfFile } from './pdf-file';

/** Pages of a file that is read at all. */
export const MAX_PDF_PAGES = 5000;

/**
 * What PDFium finds in the file: text items, vector graphics, form widgets, links, where pictures stand.
 * Throws `ParseError` for a file that is encrypted, truncated or damaged.
 */
export async function readPdf(file: PdfFile, pages: readonly number[] | null): Promise<ParseResult> {
  try {
    return await askReader(await file.readable(), {
      ocrEnabled: false,
      maxPages: MAX_PDF_PAGES,
      ...(pages === null ? {} : { targetPages: pages.join(',') }),
      emitWordBoxes: true,
      extractTextMetadata: true,
      extractVectorGraphics: true,
      extractFormFields: true,
      extractDocumentMetadata: true,
      extractLinks: false,
      extractAnnotations: true,
      // To find the pictures among the text takes a fifth longer.
      ...(file.hasPictures() ? { extractBlocks: true, imageMode: 'placeholder' } : { imageMode: 'off' }),
    });
  } catch (error) {
    throw asParseError(error);
  }
}

function asParseError(error: unknown): ParseError {
  const reason = error instanceof Error ? error.message : String(error);
  if (/password|encrypt/i.test(reason)) {
    return new ParseError('document-unreadable', 'this PDF is encrypted and needs a password; remove the password');
  }
  return damagedPdf();
}
