import { SECTIONS } from './lexicon/careers';
import { glossed } from './lexicon/glossary';
import { nameTokens, phraseKey, tokens } from './lexicon/tokens';
import { wordLikeness } from './likeness';
import type { View, ViewLine } from './view';

/** A heading and the lines below it, up to the next heading of its rank. */
export interface Section {
  readonly heading: ViewLine;
  readonly lines: readonly ViewLine[];
}

/** Headings of one name, and lines of one section, that are looked at. */
const MOST_SECTIONS = 40;
const LONGEST_SECTION = 2_000;
/** Words a heading may have. */
const LONGEST_HEADING = 6;
/** Likeness from which a heading is taken for a name. */
const LIKE = 0.75;
/** By so much type is larger than that of a text. */
const LARGER = 1.12;
const SURELY_LARGER = 1.4;

/** Points by which the edges of one column may differ. */
const OUTDENT = 12;

/** How a list of the schema is called. */
export interface ListName {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/**
 * The sections whose heading names a list of the schema, by its own words or by those usual for its matter. Their lines
 * are in reading order, or row by row down the heading's column, whatever the reading order made of it.
 */
export function sectionsNamed(list: ListName, view: View, order: 'reading' | 'column' = 'reading'): readonly Section[] {
  const own = [nameTokens(list.name), tokens(list.title), tokens(list.description)].filter((words) => words.length > 0);
  const lines = (heading: ViewLine): readonly ViewLine[] =>
    order === 'reading' ? view.lines : columnOf(heading, view);
  const usual = new Set(matterOf(own));
  const named = (line: ViewLine): boolean => {
    const words = headingWords(line);
    if (words === null) return false;
    return usual.has(phraseKey(words)) || own.some((phrase) => wordLikeness(glossed(phrase), glossed(words)) >= LIKE);
  };
  const headings = view.lines.filter(named).slice(0, MOST_SECTIONS);
  return headings.map((heading) => ({ heading, lines: linesBelow(heading, lines(heading), view) }));
}

/** The headings usual for the matter that a list is asked for by. */
function matterOf(own: readonly (readonly string[])[]): readonly string[] {
  const asked = new Set(own.map(phraseKey));
  return Object.values(SECTIONS).flatMap((section) =>
    keysOf(section.asked).some((key) => asked.has(key)) ? keysOf(section.printed) : [],
  );
}

const KNOWN: ReadonlySet<string> = new Set(Object.values(SECTIONS).flatMap((section) => keysOf(section.printed)));

function keysOf(phrases: string): string[] {
  return phrases === '' ? [] : phrases.split('|').map((phrase) => phraseKey(tokens(phrase)));
}

/** A short line of words without a value behind a colon; null where it is none. */
function headingWords(line: ViewLine): readonly string[] | null {
  const text = line.text.replace(/\s*:\s*$/, '');
  if (text.length > 48 || /[.:;,]|\d{2}/.test(text)) return null;
  const words = tokens(text);
  return words.length === 0 || words.length > LONGEST_HEADING ? null : words;
}

/** Top to bottom what begins right of the heading's edge, up to where a known heading begins another column. */
function columnOf(heading: ViewLine, view: View): readonly ViewLine[] {
  const edge = heading.box.x + heading.box.width;
  const others = view.lines.filter((line) => {
    const words = line.page === heading.page && line.box.x > edge ? headingWords(line) : null;
    return words !== null && KNOWN.has(phraseKey(words));
  });
  const limit = Math.min(Number.POSITIVE_INFINITY, ...others.map((line) => line.box.x - OUTDENT));
  const inside = (line: ViewLine): boolean => line.box.x >= heading.box.x - OUTDENT && line.box.x < limit;
  return view.rows.flatMap((row) => row.lines).filter(inside);
}

function linesBelow(heading: ViewLine, lines: readonly ViewLine[], view: View): readonly ViewLine[] {
  const first = lines.indexOf(heading) + 1;
  const below = lines.slice(first, first + LONGEST_SECTION);
  const end = below.findIndex((line) => endsSection(line, heading, view));
  return below.slice(0, end < 0 ? undefined : end);
}

/** A heading of the same look in the same place, a larger one, or one that is known for what it is. */
function endsSection(line: ViewLine, heading: ViewLine, view: View): boolean {
  const words = headingWords(line);
  if (words === null || !isSetLike(line, heading)) return false;
  if (KNOWN.has(phraseKey(words)) && alikeSet(line, heading)) return true;
  const text = textSize(view);
  if (sizeOf(heading) >= text * (isSure(heading) ? LARGER : SURELY_LARGER))
    return sizeOf(line) >= sizeOf(heading) * 0.97;
  return (
    isCapitals(heading.text) && isCapitals(line.text) && line.text.length > 3 && sizeOf(line) >= sizeOf(heading) * 0.95
  );
}

/** Headings of one rank begin at one edge, or stand in the middle alike. */
function isSetLike(line: ViewLine, heading: ViewLine): boolean {
  const middle = (one: ViewLine): number => one.box.x + one.box.width / 2;
  return Math.abs(line.box.x - heading.box.x) <= OUTDENT || Math.abs(middle(line) - middle(heading)) <= OUTDENT;
}

/** Sizes that were measured on a picture differ from word to word. */
function isSure(line: ViewLine): boolean {
  return line.line.words.every((word) => word.certainty === 1);
}

/** A known word in a heading's place: not smaller, and not set in capitals the other way. */
function alikeSet(line: ViewLine, heading: ViewLine): boolean {
  const least = isSure(heading) ? 0.85 : 0.65;
  return sizeOf(line) >= sizeOf(heading) * least && isCapitals(line.text) === isCapitals(heading.text);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

function sizeOf(line: ViewLine): number {
  return Math.max(...line.line.words.map((word) => word.size));
}

const sizes = new WeakMap<View, number>();

/** The size most characters are set in. */
function textSize(view: View): number {
  const held = sizes.get(view);
  if (held !== undefined) return held;
  const count = new Map<number, number>();
  for (const line of view.lines) {
    const size = Math.round(sizeOf(line) * 2) / 2;
    count.set(size, (count.get(size) ?? 0) + line.text.length);
  }
  const [most] = [...count].sort((a, b) => b[1] - a[1]);
  const size = most?.[0] ?? 10;
  sizes.set(view, size);
  return size;
}
