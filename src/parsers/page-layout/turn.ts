import type { Box, Line, Rule, Table } from '../parsed-document';
import { movedLine, movedTable } from './move';

/** Degrees clockwise by which text is drawn on a page as it is displayed. */
export type Turn = 0 | 90 | 180 | 270;

/** A page as displayed: its size in points, and which way its text is drawn. */
export interface TurnedPage {
  readonly turn: Turn;
  readonly width: number;
  readonly height: number;
}

/** A box of the displayed page as it lies once the page is turned so that its text is upright. */
export function uprightBox({ turn, width, height }: TurnedPage, box: Box): Box {
  switch (turn) {
    case 0:
      return box;
    case 90:
      return { x: box.y, y: width - box.x - box.width, width: box.height, height: box.width };
    case 180:
      return { ...box, x: width - box.x - box.width, y: height - box.y - box.height };
    case 270:
      return { x: height - box.y - box.height, y: box.x, width: box.height, height: box.width };
  }
}

/** The way back: a box of the upright page as it lies on the displayed one. */
export function displayedBox(page: TurnedPage, box: Box): Box {
  return uprightBox(wayBack(page), box);
}

export function uprightRule(page: TurnedPage, rule: Rule): Rule {
  const { x1, y1, x2, y2 } = rule;
  const { x, y, width, height } = uprightBox(page, { x: x1, y: y1, width: x2 - x1, height: y2 - y1 });
  return { x1: x, y1: y, x2: x + width, y2: y + height };
}

/** Lines of the displayed page as they lie on the upright one. */
export function uprightLine(page: TurnedPage, line: Line): Line {
  return page.turn === 0 ? line : movedLine(line, (box) => uprightBox(page, box));
}

export function displayedLine(page: TurnedPage, line: Line): Line {
  return uprightLine(wayBack(page), line);
}

export function uprightTable(page: TurnedPage, table: Table): Table {
  return page.turn === 0 ? table : movedTable(table, (box) => uprightBox(page, box));
}

export function displayedTable(page: TurnedPage, table: Table): Table {
  return uprightTable(wayBack(page), table);
}

function wayBack({ turn, width, height }: TurnedPage): TurnedPage {
  const isAcross = turn === 90 || turn === 270;
  return {
    turn: turn === 90 ? 270 : turn === 270 ? 90 : turn,
    width: isAcross ? height : width,
    height: isAcross ? width : height,
  };
}
