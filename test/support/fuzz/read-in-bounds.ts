import type { CharacterReader } from '../../../src/parsers/ocr/character-reader';
import { ParseError } from '../../../src/parsers/parse-error';
import { parseDocument } from '../../../src/parsers/registry';
import type { SentFile } from './mutated-document';

/** Milliseconds that one file may take: ten times what it may take a processor, which others use too. */
const MOST_MS = 20_000;

/** Nobody needs the letters; that a page is drawn to be read is what is to be seen. */
const BLIND: CharacterReader = { read: async () => ({ turn: 0, skew: 0, lines: [] }) };

/** What is wrong with how a file is answered; null: it was read, or refused with a reason, and soon. */
export async function complaintAboutReading({ filename, bytes }: SentFile): Promise<string | null> {
  const start = await now();
  const outcome = await Promise.race([
    parseDocument(bytes, { filename, pages: null }, BLIND).then(
      () => null,
      (error: unknown) => error,
    ),
    new Promise<'no answer'>((resolve) => setTimeout(resolve, 2 * MOST_MS, 'no answer')),
  ]);
  const elapsed = (await now()) - start;
  if (outcome !== null && !(outcome instanceof ParseError)) return String(outcome);
  return elapsed > MOST_MS ? `${elapsed} ms` : null;
}

/** The clock of workerd stands still between two waits. */
async function now(): Promise<number> {
  await new Promise((done) => setTimeout(done, 1));
  return Date.now();
}
