import type { CharacterReader } from '../../src/parsers/ocr/character-reader';

/** The OCR Worker that tests run beside the one under test: the types of the bindings know none of its methods. */
export const characterReaderOf = (env: { readonly OCR: unknown }): CharacterReader => env.OCR as CharacterReader;
