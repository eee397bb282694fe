import type { Box } from '../parsed-document';

/** A page as pixels: 8-bit gray, row by row from the top left, 0 is black. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

/** Pixels of a page image at most: an A4 page at 240 dpi. More tells the reader nothing, and costs memory and time. */
export const MAX_PAGE_PIXELS = 6_000_000;

/** One word as it was seen. The box is in pixels of the image that was given, whichever way it had to be turned. */
export interface SeenWord {
  readonly text: string;
  readonly box: Box;
  /** 0-1. */
  readonly certainty: number;
}

/** What is written on a page image. */
export interface SeenPage {
  /** Degrees clockwise by which the writing is turned on the image. */
  readonly turn: 0 | 90 | 180 | 270;
  /** Degrees clockwise, beyond `turn`, by which its lines are off level: less than ten. */
  readonly skew: number;
  /** Lines as the reader cut them, each with its words from left to right as they are read. */
  readonly lines: readonly (readonly SeenWord[])[];
}

/** Nobody answers who should read characters. No fault of the document's: the same bytes may be read later. */
export class ReaderUnavailable extends Error {
  override readonly name = 'ReaderUnavailable';
}

/** Reads the characters of page images. Slow: a few seconds for a page. */
export interface CharacterReader {
  /** `language`: ISO 639-1 where it is known. Throws `ReaderUnavailable` and nothing else. */
  read(image: PageImage, language: string | null): Promise<SeenPage>;
}
