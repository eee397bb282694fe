import type { Box, Page } from '../../parsers/parsed-document';
import { bottom, holdsMiddle, overlap, right } from './geometry';
import { cellsOfRules } from './rule-cells';

/** Shared area from which on two boxes are one, drawn twice. */
const SAME = 0.75;
/** A box inside another is smaller than this part of it. */
const SMALLER = 0.9;

/** A box drawn on a page, and whether others are drawn in it. */
export interface DrawnBox {
  readonly box: Box;
  readonly isContainer: boolean;
}

/** Every drawn box of a page once, from the top. */
export function drawnBoxes(page: Page): DrawnBox[] {
  const boxes: Box[] = [];
  for (const box of [...cellsOfRules(page.rules), ...(page.frames ?? [])]) {
    if (!boxes.some((other) => overlap(other, box) > SAME)) boxes.push(box);
  }
  const sorted = boxes.sort((a, b) => a.y - b.y || a.x - b.x);
  return sorted.map((box) => ({
    box,
    isContainer: sorted.some(
      (other) => other !== box && holdsMiddle(box, other) && area(other) < SMALLER * area(box) && !isGrip(other, box),
    ),
  }));
}

/** The handle that browsers draw into the corner of a box that grows. */
const isGrip = (inner: Box, box: Box): boolean =>
  area(inner) < 0.03 * area(box) && right(box) - right(inner) <= 4 && bottom(box) - bottom(inner) <= 4;

const area = ({ width, height }: Box): number => width * height;
