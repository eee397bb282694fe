import type { PDFPage } from '@cantoo/pdf-lib';

/** A rectangle in points; from the top left of the page as it is displayed, y downwards. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place of the page's own coordinates. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a page is displayed: what its viewers cut it to and how they turn it. */
export interface PageFrame {
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise by which it is turned to be displayed. */
  readonly turn: 0 | 90 | 180 | 270;
  /** From the place as displayed. */
  toPage(x: number, y: number): Point;
  /** From a rectangle of the page's own coordinates (lower left corner). */
  toDisplay(area: Area): Area;
}

/** Pure: reads the page's boxes and its rotation, changes nothing. */
export function frameOf(page: PDFPage): PageFrame {
  const box = visibleBox(page);
  const right = box.x + box.width;
  const top = box.y + box.height;
  const turn = turnOf(page);
  const isSideways = turn === 90 || turn === 270;
  const toPage = {
    0: (x: number, y: number): Point => ({ x: box.x + x, y: top - y }),
    90: (x: number, y: number): Point => ({ x: box.x + y, y: box.y + x }),
    180: (x: number, y: number): Point => ({ x: right - x, y: box.y + y }),
    270: (x: number, y: number): Point => ({ x: right - y, y: top - x }),
  }[turn];
  const toDisplay = {
    0: (x: number, y: number): Point => ({ x: x - box.x, y: top - y }),
    90: (x: number, y: number): Point => ({ x: y - box.y, y: x - box.x }),
    180: (x: number, y: number): Point => ({ x: right - x, y: y - box.y }),
    270: (x: number, y: number): Point => ({ x: top - y, y: right - x }),
  }[turn];
  return {
    width: isSideways ? box.height : box.width,
    height: isSideways ? box.width : box.height,
    turn,
    toPage,
    toDisplay(area) {
      const a = toDisplay(area.x, area.y);
      const b = toDisplay(area.x + area.width, area.y + area.height);
      return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
    },
  };
}

/** Of the crop box what lies on the paper. */
function visibleBox(page: PDFPage): Area {
  const paper = page.getMediaBox();
  const crop = page.getCropBox();
  const x = Math.max(paper.x, crop.x);
  const y = Math.max(paper.y, crop.y);
  const width = Math.min(paper.x + paper.width, crop.x + crop.width) - x;
  const height = Math.min(paper.y + paper.height, crop.y + crop.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : paper;
}

function turnOf(page: PDFPage): PageFrame['turn'] {
  const angle = ((Math.round(page.getRotation().angle / 90) * 90) % 360) + 360;
  const turn = angle % 360;
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}
