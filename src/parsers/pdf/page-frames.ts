import type { ParsedPage, VectorShape } from '@llamaindex/liteparse-wasm';
import type { Box } from '../parsed-document';
import { isWhite } from './page-rules';

/** Points that a frame's sides measure at least. */
const MIN_SIDE = 5;
/** Share of a page from which on a frame is the page's own. */
const WHOLE_PAGE = 0.7;
/** Frames of one page; more are a pattern or a drawing. */
const MAX_FRAMES = 800;
/** Points between an outline and the area it is filled with, or its second outline. */
const NESTED_WITHIN = 3;
/** Brightness, 0-255, below which nobody writes on a coloured area. */
const MIN_BRIGHTNESS = 150;

/**
 * Outlines and tinted areas, whatever they hold: rectangles, with round corners too, and rings. In order from the top.
 * Light things filled with nothing seen, and dark ones, are none.
 */
export function framesOfPage(page: ParsedPage): Box[] {
  const drawn = (page.vectorGraphics?.shapes ?? []).filter((shape) => isFrame(shape, page)).map(({ bbox }) => bbox);
  if (drawn.length > MAX_FRAMES) return [];
  const sorted = drawn.sort((a, b) => a.y - b.y || a.x - b.x || b.width - a.width);
  const kept: Box[] = [];
  for (const box of sorted) {
    if (!kept.some((other) => isSame(other, box)))
      kept.push({ x: box.x, y: box.y, width: box.width, height: box.height });
  }
  return kept;
}

function isFrame({ bbox, stroke, strokeColor, fill, fillColor }: VectorShape, page: ParsedPage): boolean {
  const { width, height } = bbox;
  if (Math.min(width, height) < MIN_SIDE || width * height > WHOLE_PAGE * page.width * page.height) return false;
  if (bbox.x + width < 0 || bbox.y + height < 0 || bbox.x > page.width || bbox.y > page.height) return false;
  const isFilled = fill && !isWhite(fillColor);
  if (isFilled && brightness(fillColor) < MIN_BRIGHTNESS) return false;
  return isFilled || (stroke && !isWhite(strokeColor));
}

/** Of a colour "aarrggbb"; dark where none is known: it may be a gradient. */
function brightness(argb: string | undefined): number {
  if (argb === undefined || argb.length !== 8) return 0;
  const channel = (at: number): number => Number.parseInt(argb.slice(at, at + 2), 16);
  return 0.3 * channel(2) + 0.59 * channel(4) + 0.11 * channel(6);
}

const isSame = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) <= NESTED_WITHIN &&
  Math.abs(a.y - b.y) <= NESTED_WITHIN &&
  Math.abs(a.x + a.width - b.x - b.width) <= NESTED_WITHIN &&
  Math.abs(a.y + a.height - b.y - b.height) <= NESTED_WITHIN;
