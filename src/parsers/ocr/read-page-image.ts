import { guessLanguage } from '../guess-language';
import type { CharacterReader, PageImage, SeenPage } from './character-reader';

/** What was seen on a page, and the language its words speak: ISO 639-1, null for too few. */
export interface ReadPage {
  readonly seen: SeenPage;
  readonly language: string | null;
}

/** What is read without being told. */
const READ_UNTOLD = 'en';

/**
 * Reads a page image. One in another language than it was read in is read once more, to gain its accents. `language`:
 * that of the pages before. Throws what the reader throws.
 */
export async function readPageImage(
  image: PageImage,
  language: string | null,
  characters: CharacterReader,
): Promise<ReadPage> {
  const first = await characters.read(image, language);
  const guess = guessLanguage(first.lines.flatMap((line) => line.map((word) => word.text)));
  const isForeign = guess !== null && guess !== (language ?? READ_UNTOLD);
  return { seen: isForeign ? await characters.read(image, guess) : first, language: guess ?? language };
}
