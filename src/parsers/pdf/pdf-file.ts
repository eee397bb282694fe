import { findText } from './find-bytes';
import { mayHoldPictures } from './hidden-text';
import { type PdfObjects, pdfObjects } from './pdf-objects';
import { type BombGuard, createBombGuard } from './refuse-bombs';

/** The bytes of a PDF, and what is found out about them at most once. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  /** Whether it may paint pictures. */
  hasPictures(): boolean;
  /**
   * Its objects. Throws `ParseError` where they are locked, are more than 200,000, or are more than 24 MiB where streams
   * hold them.
   */
  objects(): Promise<PdfObjects>;
  /**
   * What the PDF reader is given, in pieces that follow one another: in it it finds the objects that were looked at, whatever
   * the file's own tables say.
   */
  readable(): Promise<readonly Uint8Array[]>;
  /** Whether its strings are locked, and the colours in them. */
  readonly isEncrypted: boolean;
  readonly guard: BombGuard;
}

export function createPdfFile(bytes: Uint8Array): PdfFile {
  let pictures: boolean | null = null;
  let found: Promise<PdfObjects> | null = null;
  let table: Uint8Array | null = null;
  const objects = (): Promise<PdfObjects> => {
    found ??= pdfObjects(bytes);
    return found;
  };
  return {
    bytes,
    guard: createBombGuard(bytes, objects),
    objects,
    async readable() {
      table ??= (await objects()).table();
      return [bytes, table];
    },
    isEncrypted: findText(bytes, '/Encrypt') >= 0,
    hasPictures() {
      pictures ??= mayHoldPictures(bytes);
      return pictures;
    },
  };
}
