import { mayHoldPictures } from './hidden-text';
import { type PdfObjects, pdfObjects } from './pdf-objects';
import { type BombGuard, createBombGuard } from './refuse-bombs';

/** The bytes of a PDF, and what is found out about them at most once. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  /** Whether it may paint pictures. */
  hasPictures(): boolean;
  /** Its objects; null where they cannot be told. */
  objects(): Promise<PdfObjects | null>;
  readonly guard: BombGuard;
}

export function createPdfFile(bytes: Uint8Array): PdfFile {
  let pictures: boolean | null = null;
  let objects: Promise<PdfObjects | null> | null = null;
  return {
    bytes,
    guard: createBombGuard(bytes),
    hasPictures() {
      pictures ??= mayHoldPictures(bytes);
      return pictures;
    },
    objects() {
      objects ??= pdfObjects(bytes);
      return objects;
    },
  };
}
