import type { Box, Page, Rule, Word } from '../../parsers/parsed-document';
import { type Blank, ruleBlank } from './blank';
import { bottom, middleY, right } from './geometry';

/** Points of a rule that can be written on. */
const MIN_LENGTH = 22;
/** Points above a rule that are written on, at most and at least. */
const ROOM = 17;
const MIN_ROOM = 8;
/** Points by which a rule that is a box's side may lie beside it. */
const SIDE_WITHIN = 2.5;
/** Points under which words stand on a rule. */
const STANDS_WITHIN = 7;
/** Points that must be free on a rule beside the words that stand on it. */
const FREE = 40;
/** How many like rules, each with words at its left, make a form of rows. */
const ROWS = 3;
const PLAIN_GAP = 4;
/** Points between a rule and the words before it that name it. */
const NAMED_WITHIN = 200;
/** More rules are a table or a drawing. */
const MAX_RULES = 400;

/** Drawn lines to write on: those that are no side of a box (`boxes`) and underline nothing. */
export function ruleBlanks(page: Page, boxes: readonly Box[]): Blank[] {
  const words = page.lines.flatMap((line) => line.words);
  const free = page.rules.filter(
    (rule) => rule.y1 === rule.y2 && rule.x2 - rule.x1 >= MIN_LENGTH && !boxes.some((box) => isSide(rule, box)),
  );
  return free.slice(0, MAX_RULES).flatMap((rule) => {
    const standing = words.filter((word) => standsOn(word, rule));
    if (standing.length > 0 && isNamedBefore(rule, words, free)) {
      const value = standing.map(({ text }) => text).join(' ');
      const own = words.filter((word) => !standing.includes(word));
      return [ruleBlank(roomAbove(rule, own, free), { value })];
    }
    const from = standing.length === 0 ? rule.x1 : freeFrom(rule, standing, free);
    return from === null ? [] : [ruleBlank(roomAbove({ ...rule, x1: from }, words, free))];
  });
}

/** Whether words of the same line stand before a rule, and no other rule between: what stands on it is then filled in. */
const isNamedBefore = ({ x1, y1 }: Rule, words: readonly Word[], rules: readonly Rule[]): boolean =>
  words.some(({ box }) => {
    const gap = x1 - right(box);
    const stands = y1 - bottom(box);
    if (gap < -2 || gap > NAMED_WITHIN || stands < -4 || stands > STANDS_WITHIN) return false;
    return !rules.some((rule) => Math.abs(rule.y1 - y1) <= STANDS_WITHIN && rule.x2 > right(box) && rule.x2 <= x1 + 1);
  });

function isSide({ x1, x2, y1 }: Rule, box: Box): boolean {
  const isAtEdge = Math.abs(y1 - box.y) <= SIDE_WITHIN || Math.abs(y1 - bottom(box)) <= SIDE_WITHIN;
  return isAtEdge && Math.min(x2, right(box)) - Math.max(x1, box.x) > 0.5 * Math.min(x2 - x1, box.width);
}

function standsOn({ box }: Word, { x1, x2, y1 }: Rule): boolean {
  const gap = y1 - bottom(box);
  return gap >= -4 && gap <= STANDS_WITHIN && box.x < x2 - 1 && right(box) > x1 + 1;
}

/** Where the free part of a rule begins that words stand on at its left; null: it underlines them. */
function freeFrom(rule: Rule, standing: readonly Word[], rules: readonly Rule[]): number | null {
  const sorted = [...standing].sort((a, b) => a.box.x - b.box.x);
  const last = sorted.at(-1);
  if (last === undefined) return rule.x1;
  const from = right(last.box) + PLAIN_GAP;
  const isTogether = sorted.every((word, index) => {
    const before = sorted[index - 1];
    return before === undefined || word.box.x - right(before.box) <= 2 * word.size;
  });
  if (!isTogether || rule.x2 - from < FREE) return null;
  const like = rules.filter(({ x1, x2 }) => Math.abs(x1 - rule.x1) <= 2 && Math.abs(x2 - rule.x2) <= 2);
  const isRow = like.length >= ROWS && from - rule.x1 < 0.55 * (rule.x2 - rule.x1);
  return last.text.endsWith(':') || (isRow && !last.bold) ? from : null;
}

function roomAbove({ x1, x2, y1 }: Rule, words: readonly Word[], rules: readonly Rule[]): Box {
  const isOver = (left: number, end: number): boolean => left < x2 - 1 && end > x1 + 1;
  const ceilings = [
    ...words.filter(({ box }) => isOver(box.x, right(box)) && middleY(box) < y1 - 2).map(({ box }) => bottom(box)),
    ...rules.filter((rule) => isOver(rule.x1, rule.x2) && rule.y1 < y1 - 2).map((rule) => rule.y1),
  ];
  const height = Math.max(MIN_ROOM, Math.min(ROOM, y1 - Math.max(0, ...ceilings)));
  return { x: x1, y: y1 - height, width: x2 - x1, height };
}
