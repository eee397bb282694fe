import type { ViewLine } from '../layout/view';

/** The size in points that most characters of these lines are set in; 10 where there are none. */
export function bodySize(lines: readonly ViewLine[]): number {
  const count = new Map<number, number>();
  for (const { line, text } of lines) {
    const size = Math.round((line.words[0]?.size ?? 10) * 2) / 2;
    count.set(size, (count.get(size) ?? 0) + text.length);
  }
  const [most] = [...count].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 10;
}

/** 0-1: how much a line stands out of a text set in `body` points, by its size, weight and capitals. */
export function standsOut(line: ViewLine, body: number): number {
  const { words } = line.line;
  const size = Math.max(...words.map((word) => word.size));
  const larger = Math.min(1, Math.max(0, size / body - 1.05) / 0.5);
  const isBold = words.every((word) => word.bold);
  const isCapitals = /\p{Lu}{4}/u.test(line.text) && !/\p{Ll}/u.test(line.text);
  return Math.min(1, larger * 0.8 + (isBold ? 0.3 : 0) + (isCapitals ? 0.3 : 0));
}
