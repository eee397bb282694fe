import { initSync, LiteParse, type ParseResult } from '@llamaindex/liteparse-wasm';
import module from '@llamaindex/liteparse-wasm/liteparse_wasm_bg.wasm';
import { ParseError } from '../parse-error';
import { mayHoldPictures } from './hidden-text';
import { guardPanic } from './panic-guard';

/** Pages of a file that is read at all. */
export const MAX_PDF_PAGES = 5000;

/**
 * What PDFium finds in the file: text items, vector graphics, form widgets, links, where pictures stand. PDFium is set up once per isolate.
 * Throws `ParseError` for a file that is encrypted, truncated or damaged.
 */
export async function readPdf(bytes: Uint8Array, pages: readonly number[] | null): Promise<ParseResult> {
  const instance = initSync({ module });
  try {
    const reader = new LiteParse({
      ocrEnabled: false,
      quiet: true,
      maxPages: MAX_PDF_PAGES,
      ...(pages === null ? {} : { targetPages: pages.join(',') }),
      continueOnPageError: true,
      emitWordBoxes: true,
      extractTextMetadata: true,
      extractVectorGraphics: true,
      extractFormFields: true,
      extractDocumentMetadata: true,
      extractLinks: false,
      extractAnnotations: true,
      // To find the pictures among the text takes a fifth longer.
      ...(mayHoldPictures(bytes) ? { extractBlocks: true, imageMode: 'placeholder' } : { imageMode: 'off' }),
    });
    const result = await guardPanic(instance, () => reader.parse(bytes));
    reader.free();
    return result;
  } catch (error) {
    throw asParseError(error);
  }
}

function asParseError(error: unknown): ParseError {
  const reason = error instanceof Error ? error.message : String(error);
  if (/password|encrypt/i.test(reason)) {
    return new ParseError('document-unreadable', 'this PDF is encrypted and needs a password; remove the password');
  }
  return new ParseError('document-unreadable', 'this PDF is truncated or damaged; export it again from its source');
}
