import type { PageImage } from '../ocr/character-reader';
import { ParseError } from '../parse-error';

/** One page of a picture file. */
export interface Picture {
  /** 1-based. */
  readonly number: number;
  readonly image: PageImage;
  /** Pixels of the file's own, before they were brought down to those of `image`. */
  readonly width: number;
  readonly height: number;
  /** As the file says; null where it does not. */
  readonly dpi: number | null;
  /** How it is to be turned to be seen as it was taken: Exif 1-8, 1 for not at all. */
  readonly orientation: number;
}

/** Decodes the wanted pages of a picture file, one at a time. Throws `ParseError`. */
export type PictureDecoder = (bytes: Uint8Array, isWanted: (page: number) => boolean) => AsyncIterable<Picture>;

/** Pixels of a picture at most: a sheet of paper at 600 dpi. */
export const MAX_PICTURE_PIXELS = 40_000_000;

/** Refuses what would fill the memory, before a pixel is decoded. */
export function refuseHuge(kind: string, width: number, height: number, most = MAX_PICTURE_PIXELS): void {
  if (width * height <= most) return;
  throw new ParseError(
    'document-unreadable',
    `this ${kind} picture has ${width} x ${height} pixels; at most ${most / 1_000_000} million are read: save it smaller`,
  );
}

/** A picture that cannot be decoded. */
export function damaged(kind: string): ParseError {
  return new ParseError('document-unreadable', `this ${kind} picture is truncated or damaged; export it again`);
}
