import type { Box } from '../parsed-document';

/** A page as pixels: 8-bit gray, row by row from the top left, 0 is black. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

/** One word as it was seen. The box is in pixels of the image that was given, whichever way it had to be turned. */
export interface SeenWord {
  readonly text: string;
  readonly box: Box;
  /** 0-1. */
  readonly certainty: number;
}

/** What is written on a page image. */
export interface SeenPage {
  /** Lines from top to bottom as the reader cut them, each with its words from left to right. */
  readonly lines: readonly (readonly SeenWord[])[];
}

/** Reads the characters of page images. Slow: about a second for a page. */
export interface CharacterReader {
  /** `language`: ISO 639-1 where it is known. Throws only when the reader itself is not there. */
  read(image: PageImage, language: string | null): Promise<SeenPage>;
}
