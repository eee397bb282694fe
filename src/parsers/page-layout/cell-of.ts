import { joinTexts } from '../page-markdown/join-lines';
import type { Line, TableCell } from '../parsed-document';
import { boundingBox, centerX } from './boxes';

/** Room that a word takes beside its letters, in font sizes. */
const WORD_SPACE_EM = 0.3;

/**
 * A cell of lines: its text in reading order, a word cut by a hyphen at a line's end left as it is printed. `room`: the
 * place that the cell has; an empty one gets it as its box.
 */
export function cellOf(lines: readonly Line[], room: TableCell['box']): TableCell {
  if (lines.length === 0) return { text: '', box: room, locator: null };
  const sorted = [...lines].sort((a, b) => (isOnOtherRow(a, b) ? a.box.y - b.box.y : centerX(a.box) - centerX(b.box)));
  const parts = authoredLines(sorted, room);
  return {
    text: sorted.map((line) => line.text).join(' '),
    ...(parts.length > 1 ? { lines: parts } : {}),
    box: boundingBox(lines.map((line) => line.box)),
    locator: null,
  };
}

function isOnOtherRow(a: Line, b: Line): boolean {
  return Math.abs(a.box.y - b.box.y) > a.box.height / 2;
}

/** The text by lines, those joined that only wrapped: the next word would not have fitted. */
function authoredLines(sorted: readonly Line[], room: TableCell['box']): string[] {
  const pads = sorted.flatMap(({ box }) => [box.x - room.x, room.x + room.width - box.x - box.width]);
  const width = room.width - 2 * Math.max(0, Math.min(...pads));
  const parts: string[] = [];
  sorted.forEach((line, index) => {
    const above = sorted[index - 1];
    const text = parts.pop();
    if (above === undefined || text === undefined) parts.push(line.text);
    else if (!isOnOtherRow(above, line)) parts.push(`${text} ${line.text}`);
    else if (isWrapped(above, line, width)) parts.push(joinTexts(text, line.text));
    else parts.push(text, line.text);
  });
  return parts;
}

function isWrapped(above: Line, line: Line, width: number): boolean {
  const [first] = line.words;
  return first === undefined || above.box.width + first.box.width + WORD_SPACE_EM * first.size > width;
}
