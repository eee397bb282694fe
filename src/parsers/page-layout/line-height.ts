import type { Line } from '../parsed-document';

/** The usual height of lines, in points: the median; `otherwise` where there are none. */
export function lineHeightOf(lines: readonly Line[], otherwise = 10): number {
  const heights = lines.map((line) => line.box.height).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? otherwise;
}
