import { spanOfLine } from '../span';
import type { ArrayQuestion } from '../tables/array-question';
import type { Items } from '../tables/items';
import type { RowReading } from '../tables/read-cells';
import type { View, ViewLine } from '../view';

/** "2 x Trail gaiters", "Trail gaiters (x2)", "Trail gaiters × 2". */
const BEFORE = /^\W*(?<count>\d{1,3})\s?(?:x|×|pcs|Stk\.?|st\.?)\s+(?<name>\p{L}.{2,90})$/iu;
const BEHIND = /^\W*(?<name>\p{L}.{2,90}?)\s+(?:\((?:x|×)\s?(?<count>\d{1,3})\)|(?:x|×)\s?(?<bare>\d{1,3}))$/iu;

/** Evidence: lines that count a thing and name it, without a price. */
export function countedLines(question: ArrayQuestion, view: View): Items | null {
  const count = question.properties.find((one) => one.concept?.id === 'item-quantity');
  const name = question.properties.find((one) => one.concept?.id === 'item-description');
  if (count === undefined || name === undefined) return null;
  const rows = view.lines.flatMap((line): RowReading[][] => {
    const found = BEFORE.exec(line.text) ?? BEHIND.exec(line.text);
    const number = found?.groups?.count ?? found?.groups?.bare;
    const thing = found?.groups?.name?.trim();
    if (found === null || number === undefined || thing === undefined) return [];
    return [[said(count, Number(number), number, line), said(name, thing, thing, line)]];
  });
  return rows.length === 0 ? null : { rows, score: 0.5, source: 'list' };
}

function said(property: RowReading['property'], value: string | number, print: string, line: ViewLine): RowReading {
  const start = line.text.indexOf(print);
  return {
    property,
    value,
    span: spanOfLine(line.page, line.line, start, start + print.length),
    score: 0.66,
    flags: [],
  };
}
