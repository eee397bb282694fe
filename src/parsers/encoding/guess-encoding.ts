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

interface Place {
  readonly byte: number;
  /** The bytes beside it; 32 at the ends. */
  readonly before: number;
  readonly after: number;
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
  for (const writing of WRITINGS) {
    const bonus = language !== null && writing.languages.includes(language) ? SAME_LANGUAGE : 0;
    const points = pointsOf(writing);
    for (const encoding of writing.encodings) {
      const score = bonus + scoreOf(places, upperHalf(encoding), points);
      if (score > best.score) best = { encoding, score };
    }
  }
  return best.encoding;
}

function placesOf(sample: Uint8Array): Place[] {
  const places: Place[] = [];
  sample.forEach((byte, at) => {
    if (byte >= 128) places.push({ byte, before: sample[at - 1] ?? 32, after: sample[at + 1] ?? 32 });
  });
  return places;
}

function pointsOf({ letters }: Writing): ReadonlyMap<string, number> {
  const all = [...letters];
  return new Map(
    all.map((letter, rank) => [letter, FREQUENT - ((FREQUENT - RARE) * rank) / Math.max(1, all.length - 1)]),
  );
}

function scoreOf(places: readonly Place[], table: string, points: ReadonlyMap<string, number>): number {
  const charOf = (byte: number): string => (byte < 128 ? String.fromCharCode(byte) : (table[byte - 128] ?? '\ufffd'));
  let score = 0;
  for (const place of places) {
    score += pointsFor(charOf(place.byte), charOf(place.before), charOf(place.after), points);
  }
  return score;
}

function pointsFor(char: string, before: string, after: string, points: ReadonlyMap<string, number>): number {
  if (/[\u0080-\u009f\ufffd]/.test(char)) return CONTROL;
  if (!isLetter(char)) {
    if (isLetter(before) && isLetter(after) && char !== '’') return SIGN_IN_A_WORD;
    return USUAL_SIGNS.has(char) ? USUAL_SIGN : UNUSUAL_SIGN;
  }
  const lower = char.toLowerCase();
  if (!isLetter(before) && !isLetter(after) && points.has(lower)) return char === lower ? LONE_LETTER : UNUSUAL_SIGN;
  if (char !== lower && isLower(before)) return FOREIGN_LETTER;
  // A word is written in one script.
  if (/[a-z]/i.test(before + after) && !/\p{Script=Latin}/u.test(char)) return FOREIGN_LETTER;
  return points.get(lower) ?? FOREIGN_LETTER;
}

const isLetter = (char: string): boolean => /\p{L}/u.test(char);
const isLower = (char: string): boolean => /\p{Ll}/u.test(char);
