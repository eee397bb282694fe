import { layOutPage } from '../page-layout/lay-out-page';
import { moved, movedLine, movedTable } from '../page-layout/move';
import { displayedBox, type TurnedPage, uprightBox } from '../page-layout/turn';
import type { Box, Page, Rule, Table, Word } from '../parsed-document';
import type { SeenPage, SeenWord } from './character-reader';

/** Below this a word is as likely noise as not. */
const LOWEST_CERTAINTY = 0.3;
/** Below this a run of marks without a letter or a digit is taken for noise. */
const LOWEST_CERTAINTY_OF_MARKS = 0.75;
/** Shares of the font size: what every letter has, and what is added where one goes up or down. */
const X_HEIGHT = 0.5;
const ASCENDER = 0.22;
const DESCENDER = 0.2;
/** How far the ink of a line may go beyond that of half its words. */
const STRAY = 1.5;

/** Where a page image lies in its document. */
export interface PagePlace {
  /** 1-based. */
  readonly number: number;
  /** In points, as displayed. */
  readonly width: number;
  readonly height: number;
  readonly pointsPerPixel: number;
  /** Drawn lines that are known beside the image, in points as displayed. */
  readonly rules: readonly Rule[];
}

/**
 * What was seen on a page image as a page with its lines and tables. A page that is turned or off level is laid out as it
 * is read; its boxes lie where they are displayed. Pure.
 */
export function layOutSeenPage(seen: SeenPage, place: PagePlace): { page: Page; tables: readonly Table[] } {
  const { number, width, height, rules } = place;
  const frame: TurnedPage = { turn: seen.turn, width, height };
  const isAcross = seen.turn === 90 || seen.turn === 270;
  const middle = { x: (isAcross ? height : width) / 2, y: (isAcross ? width : height) / 2 };
  const read = (box: Box): Box => turnedAround(middle, uprightBox(frame, box), -seen.skew);
  const displayed = (box: Box): Box => displayedBox(frame, turnedAround(middle, box, seen.skew));
  const words = seen.lines.flatMap((line) =>
    evenBoxes(line.filter(isText).map((word) => moved(asWord(word, place.pointsPerPixel), read))),
  );
  // Lines known by other means lie as they are displayed; on a turned page nothing is known of them.
  const { lines, tables } = layOutPage(number, words, seen.turn === 0 ? rules : []);
  return {
    page: {
      number,
      width,
      height,
      lines: lines.map((line) => movedLine(line, displayed)),
      rules,
      printed: true,
      ...(seen.turn === 0 ? {} : { turned: seen.turn }),
    },
    tables: tables.map((table) => movedTable(table, displayed)),
  };
}

/** Specks and strokes are read as lone punctuation. */
function isText({ text, certainty }: SeenWord): boolean {
  return certainty >= (/[\p{L}\p{N}]/u.test(text) ? LOWEST_CERTAINTY : LOWEST_CERTAINTY_OF_MARKS);
}

function asWord({ text, box, certainty }: SeenWord, scale: number): Word {
  const inPoints: Box = { x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale };
  return { text, box: inPoints, size: 0, bold: false, certainty };
}

/** Words of one line get boxes of one height, as letters of a text layer have: a comma is as high as a capital. */
function evenBoxes(words: readonly Word[]): Word[] {
  const sizes = words.map(sizeOf).sort((a, b) => a - b);
  const size = sizes[Math.floor(sizes.length / 2)];
  if (size === undefined) return [];
  return words.map((word) => {
    const own = sizeOf(word);
    const isStray = own > STRAY * size || own * STRAY < size;
    return isStray && /[\p{L}\p{N}]/u.test(word.text) ? { ...word, size: own } : evened(word, words, size);
  });
}

function evened(word: Word, line: readonly Word[], size: number): Word {
  const feet = line.filter((other) => /[\p{L}\p{N}]/u.test(other.text)).map((other) => baselineOf(other));
  const nearest = feet.sort((a, b) => a - b)[Math.floor(feet.length / 2)] ?? baselineOf(word);
  const top = Math.min(word.box.y, nearest - (X_HEIGHT + ASCENDER) * size);
  const bottom = Math.max(word.box.y + word.box.height, nearest + DESCENDER * size);
  return { ...word, size, box: { ...word.box, y: top, height: bottom - top } };
}

function baselineOf(word: Word): number {
  return word.box.y + word.box.height - (hasDescender(word.text) ? DESCENDER * sizeOf(word) : 0);
}

/** Font size from the height of the ink: less of it where no letter goes up or down. */
function sizeOf({ text, box }: Word): number {
  const hasAscender = /[\p{Lu}\p{N}bdfhijklt()[\]/|€$£%&]/u.test(text);
  return box.height / (X_HEIGHT + (hasAscender ? ASCENDER : 0) + (hasDescender(text) ? DESCENDER : 0));
}

function hasDescender(text: string): boolean {
  return /[gjpqyQ,;()[\]/|]/.test(text);
}

/** A box of the same size, its middle turned clockwise around a place. */
function turnedAround(middle: { x: number; y: number }, box: Box, degrees: number): Box {
  const angle = (degrees * Math.PI) / 180;
  const x = box.x + box.width / 2 - middle.x;
  const y = box.y + box.height / 2 - middle.y;
  return {
    ...box,
    x: middle.x + x * Math.cos(angle) - y * Math.sin(angle) - box.width / 2,
    y: middle.y + x * Math.sin(angle) + y * Math.cos(angle) - box.height / 2,
  };
}
