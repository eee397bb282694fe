import { type Span, spanOfLine, union } from './span';
import type { ViewLine } from './view';

/** Whole lines under each other as one span. */
export function spanOfLines(lines: readonly [ViewLine, ...ViewLine[]]): Span {
  const [first, ...more] = lines;
  let whole = wholeLine(first);
  for (const line of more) {
    const span = wholeLine(line);
    whole = { ...whole, box: union(whole.box, span.box), text: `${whole.text} ${span.text}` };
  }
  return whole;
}

function wholeLine(line: ViewLine): Span {
  return spanOfLine(line.page, line.line, 0, line.text.length);
}

/** Lines of an address as people write them on one: parted by commas, each without the one it ends with. */
export function onOneLine(texts: readonly string[]): string {
  return texts
    .map((text) => text.replace(/^[\s,;|·•]+|[\s,;|·•]+$/gu, ''))
    .filter((text) => text !== '')
    .join(', ');
}
