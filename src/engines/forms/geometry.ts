import type { Box } from '../../parsers/parsed-document';

export const right = (box: Box): number => box.x + box.width;
export const bottom = (box: Box): number => box.y + box.height;
export const middleX = (box: Box): number => box.x + box.width / 2;
export const middleY = (box: Box): number => box.y + box.height / 2;

/** Whether the middle of `inner` lies in `outer`, with some slack in points. */
export const holdsMiddle = (outer: Box, inner: Box, slack = 0): boolean =>
  middleX(inner) >= outer.x - slack &&
  middleX(inner) <= right(outer) + slack &&
  middleY(inner) >= outer.y - slack &&
  middleY(inner) <= bottom(outer) + slack;

/** Points that two boxes share from left to right; negative: the points between them. */
export const sharedWidth = (a: Box, b: Box): number => Math.min(right(a), right(b)) - Math.max(a.x, b.x);
/** Points that two boxes share from top to bottom; negative: the points between them. */
export const sharedHeight = (a: Box, b: Box): number => Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y);

/** The smallest box around all of them; one of no size where there are none. */
export function around(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, width: Math.max(...boxes.map(right)) - x, height: Math.max(...boxes.map(bottom)) - y };
}

/** 0-1: the area two boxes share of the area of both. */
export function overlap(a: Box, b: Box): number {
  const shared = Math.max(0, sharedWidth(a, b)) * Math.max(0, sharedHeight(a, b));
  const all = a.width * a.height + b.width * b.height - shared;
  return all > 0 ? shared / all : 0;
}
