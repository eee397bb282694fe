import { guessLanguage } from '../guess-language';
import { WRITINGS, type Writing } from './letters';
import { upperHalf } from './single-byte';

/** Bytes looked at, from shortly before the first that is not ASCII. */
const SAMPLE_BYTES = 32 * 1024;
const LEAD_BYTES = 512;

/** Points for a letter of the language: its most frequent one, its rarest one. */
const FREQUENT = 4;
const RARE = 1.5;
/** Points for what else a byte may stand for. */
const FOREIGN_LETTER = -4;
const SIGN_IN_A_WORD = -5;
const CONTROL = -12;
const LONE_LETTER = 0.5;
const USUAL_SIGN = 1;
const UNUSUAL_SIGN = -1;
/** Points where the ASCII words of the text are those of the language. */
const SAME_LANGUAGE = 6;

const USUAL_SIGNS = new Set('€§°–—„“”’‚‘«»•…©®™£²³½±·´×µ\u00a0№');

/** Bytes beyond ASCII that are counted: more do not make it any surer. */
const MOST_PLACES = 1024;

interface Place {
  readonly byte: number;
  /** The bytes beside it; 32 at the ends. */
  readonly before: number;
  readonly after: number;
}

/** What each byte stands for in an encoding, as one language writes. All lists are by byte. */
interface Reading {
  readonly encoding: string;
  readonly languages: readonly string[];
  readonly isLetter: readonly boolean[];
  readonly isLower: readonly boolean[];
  readonly isLatin: readonly boolean[];
  /** Points of what is no letter; null: it is one. */
  readonly sign: readonly (number | null)[];
  readonly isApostrophe: readonly boolean[];
  readonly isUpper: readonly boolean[];
  /** Points of a letter of the language; null: it is foreign to it. */
  readonly letter: readonly (number | null)[];
}

/**
 * The single-byte encoding in which bytes that are not UTF-8 make most sense: their letters those of one language, in the
 * usual shares, upper case where words begin, one script to a word, no signs inside. Of equals the first of `WRITINGS`: windows-1252.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => byte >= 128);
  const sample = bytes.subarray(Math.max(0, first - LEAD_BYTES), first + SAMPLE_BYTES);
  const places = placesOf(sample);
  const language = guessLanguage(new TextDecoder('latin1').decode(sample).split(/[^a-zA-Z\u0080-\uffff]+/));
  let best = { encoding: 'windows-1252', score: Number.NEGATIVE_INFINITY };
  readings ??= WRITINGS.flatMap((writing) => writing.encodings.map((encoding) => readingOf(writing, encoding)));
  for (const reading of readings) {
    const bonus = language !== null && reading.languages.includes(language) ? SAME_LANGUAGE : 0;
    const score = places.reduce((sum, place) => sum + pointsFor(place, reading), bonus);
    if (score > best.score) best = { encoding: reading.encoding, score };
  }
  return best.encoding;
}

/** Made with the first guess: to look at letters by their properties takes a thousand times as long as to look them up. */
let readings: readonly Reading[] | null = null;

function placesOf(sample: Uint8Array): Place[] {
  const places: Place[] = [];
  for (let at = 0; at < sample.length && places.length < MOST_PLACES; at += 1) {
    const byte = sample[at] ?? 0;
    if (byte >= 128) places.push({ byte, before: sample[at - 1] ?? 32, after: sample[at + 1] ?? 32 });
  }
  return places;
}

function pointsOf({ letters }: Writing): ReadonlyMap<string, number> {
  const all = [...letters];
  return new Map(
    all.map((letter, rank) => [letter, FREQUENT - ((FREQUENT - RARE) * rank) / Math.max(1, all.length - 1)]),
  );
}

function readingOf(writing: Writing, encoding: string): Reading {
  const points = pointsOf(writing);
  const table = upperHalf(encoding);
  const chars = Array.from({ length: 256 }, (_, byte) =>
    byte < 128 ? String.fromCharCode(byte) : (table[byte - 128] ?? '\ufffd'),
  );
  return {
    encoding,
    languages: writing.languages,
    isLetter: chars.map((char) => /\p{L}/u.test(char)),
    isLower: chars.map((char) => /\p{Ll}/u.test(char)),
    isLatin: chars.map((char) => /\p{Script=Latin}/u.test(char)),
    sign: chars.map(signPoints),
    isApostrophe: chars.map((char) => char === '’'),
    isUpper: chars.map((char) => char !== char.toLowerCase()),
    letter: chars.map((char) => points.get(char.toLowerCase()) ?? null),
  };
}

function signPoints(char: string): number | null {
  if (/[\u0080-\u009f\ufffd]/.test(char)) return CONTROL;
  if (/\p{L}/u.test(char)) return null;
  return USUAL_SIGNS.has(char) ? USUAL_SIGN : UNUSUAL_SIGN;
}

function pointsFor({ byte, before, after }: Place, reading: Reading): number {
  const { isLetter, isUpper } = reading;
  const sign = reading.sign[byte] ?? null;
  if (sign !== null) {
    const isInside = sign !== CONTROL && isLetter[before] && isLetter[after] && !reading.isApostrophe[byte];
    return isInside ? SIGN_IN_A_WORD : sign;
  }
  const own = reading.letter[byte] ?? null;
  if (!isLetter[before] && !isLetter[after] && own !== null) return isUpper[byte] ? UNUSUAL_SIGN : LONE_LETTER;
  if (isUpper[byte] && reading.isLower[before]) return FOREIGN_LETTER;
  // A word is written in one script.
  if ((isAsciiLetter(before) || isAsciiLetter(after)) && !reading.isLatin[byte]) return FOREIGN_LETTER;
  return own ?? FOREIGN_LETTER;
}

/** Capitals differ from the others by one bit. */
const isAsciiLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
