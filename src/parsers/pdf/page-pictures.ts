import type { ParsedPage } from '@llamaindex/liteparse-wasm';
import type { Box } from '../parsed-document';

/** Points that a picture's sides measure at least; smaller ones are signs and ornaments. */
const MIN_SIDE = 24;
/** Share of a page from which on a picture is the page's own: a scan, or what it is printed on. */
const WHOLE_PAGE = 0.8;
/** Pictures of one page; more are pieces of one. */
const MAX_PICTURES = 100;

/** Where pictures stand among the text, from the top. */
export function picturesOfPage({ blocks = [], width, height }: ParsedPage): Box[] {
  const boxes = blocks.flatMap(({ kind, bbox }) => (kind === 'figure' && bbox !== undefined ? [bbox] : []));
  const seen = boxes.filter(
    (box) => Math.min(box.width, box.height) >= MIN_SIDE && box.width * box.height < WHOLE_PAGE * width * height,
  );
  if (seen.length > MAX_PICTURES) return [];
  return seen.map((box) => ({ x: box.x, y: box.y, width: box.width, height: box.height })).sort((a, b) => a.y - b.y);
}
