import type { Box, Line, Word } from '../parsed-document';

/** The smallest box around all of them; a box of no size at the origin when there are none. */
export function boundingBox(boxes: readonly Box[]): Box {
  const first = boxes[0];
  if (first === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  let left = first.x;
  let top = first.y;
  let right = first.x + first.width;
  let bottom = first.y + first.height;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Words from left to right as one line. */
export function lineOf(words: readonly Word[]): Line {
  return { words, text: words.map((word) => word.text).join(' '), box: boundingBox(words.map((word) => word.box)) };
}

export function centerX(box: Box): number {
  return box.x + box.width / 2;
}

export function centerY(box: Box): number {
  return box.y + box.height / 2;
}

/** Whether the middle of `inner` lies in `outer`, with some slack in points. */
export function holdsCenter(outer: Box, inner: Box, slack = 0): boolean {
  const x = centerX(inner);
  const y = centerY(inner);
  return (
    x >= outer.x - slack &&
    x <= outer.x + outer.width + slack &&
    y >= outer.y - slack &&
    y <= outer.y + outer.height + slack
  );
}
