import { expect } from 'vitest';
import { HARMLESS } from '../../bench/bombs/harmless.mjs';
import type { CharacterReader } from '../../src/parsers/ocr/character-reader';
import { ParseError } from '../../src/parsers/parse-error';
import { parseDocument } from '../../src/parsers/registry';

/** Milliseconds that one bomb may take here: ten times what it may take a processor, which others use too. */
const MOST_MS = 20_000;

/** Nobody needs the letters of a bomb; that it is drawn to be read is what is to be seen. */
const BLIND: CharacterReader = { read: async () => ({ turn: 0, skew: 0, lines: [] }) };

/** Reads a bomb as any document; it must be refused, or read where that is known to be harmless, and soon either way. */
export async function setOff(name: string, bytes: Uint8Array, filename = name): Promise<void> {
  const start = await now();
  const outcome = await parseDocument(bytes, { filename, pages: null }, BLIND).then(
    () => 'read' as const,
    (error: unknown) => error,
  );
  const elapsed = (await now()) - start;
  if (outcome !== 'read' && !(outcome instanceof ParseError)) throw outcome;
  // Where the stack is smaller, some of what is harmless is refused as well.
  expect(outcome === 'read' && !HARMLESS.has(name), `${name} was read`).toBe(false);
  expect(elapsed, `${name}: milliseconds`).toBeLessThan(MOST_MS);
}

/** The clock of workerd stands still between two waits. */
async function now(): Promise<number> {
  await new Promise((done) => setTimeout(done, 1));
  return Date.now();
}
