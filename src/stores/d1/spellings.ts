import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/**
 * The ways in which a text may be written, A to Z in small letters: `lower` of SQLite knows the case of no other letter,
 * and takes a letter with its accent apart for another one. As it stands, small, with capital initials, in capitals.
 */
export function spellings(text: string): readonly string[] {
  const small = text.toLowerCase();
  const titled = small.replace(/(?<![\p{L}\p{M}\p{N}])\p{L}/gu, (initial) => initial.toUpperCase());
  const cased = [text, small, titled, text.toUpperCase()];
  const written = cased.flatMap((one) => [one, one.normalize('NFC'), one.normalize('NFD')]);
  return [...new Set(written.map(smallLetters))];
}

/** As `lower` of SQLite writes it. */
export const smallLetters = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Whether a text stands in another, whatever the case of either; `begins`: at its start. One bound parameter. */
export function mentions(said: SQLWrapper, text: string, begins = false): SQL {
  const [only, ...others] = spellings(text);
  const place = begins ? sql`= 1` : sql`> 0`;
  if (others.length === 0) return sql`(instr(lower(${said}), ${only}) ${place})`;
  return sql`exists (select 1 from json_each(${JSON.stringify([only, ...others])}) as spelling
    where instr(lower(${said}), spelling.value) ${place})`;
}
