import { centerY } from '../page-layout/boxes';
import type { Box, Line, Table } from '../parsed-document';

/** A gap above a line larger than this part of its height starts a paragraph. */
const PARAGRAPH_GAP = 0.8;
/** Points by which lines of one column may begin apart. */
const SAME_LEFT = 3;

/** A page as it is read. */
export interface PageText {
  readonly isPrinted: boolean;
  readonly height: number;
  /** In reading order, each with the table that it stands in. */
  readonly lines: readonly { readonly line: Line; readonly table: Table | null }[];
  /** Those in no table. */
  readonly free: readonly Line[];
  readonly tables: readonly Table[];
  /** From the top. */
  readonly pictures: readonly Box[];
}

export function isBeside(previous: Line, line: Line): boolean {
  return (
    line.box.x >= previous.box.x + previous.box.width &&
    Math.abs(centerY(line.box) - centerY(previous.box)) < line.box.height / 2
  );
}

/** Whether a line stands below another with no more white space than lines of a paragraph have. */
export function goesOnBelow(previous: Line, line: Line, gapAllowed = PARAGRAPH_GAP * line.box.height): boolean {
  const gap = gapBetween(previous, line);
  return gap <= gapAllowed && gap >= -2 * line.box.height;
}

function gapBetween(previous: Line, line: Line): number {
  return line.box.y - (previous.box.y + previous.box.height);
}

/** Gaps of one page that tell how its lines are set. */
const MIN_GAPS = 5;
/** White space above a paragraph beyond that between its lines, in line heights. */
const PARAGRAPH_MORE = 0.25;
/** Lines of one paragraph are no farther apart, in line heights, however wide a page is set. */
const WIDEST_LEADING = 1.5;

/** How a page sets its text: where columns end, and how far the lines of a paragraph are apart. */
export class TextStyle {
  readonly #rights = new Map<number, number[]>();
  readonly #leading: number | null;

  constructor(lines: readonly Line[]) {
    const gaps: number[] = [];
    let group: Line[] = [];
    const end = (): void => {
      const [first] = group;
      if (first === undefined) return;
      const right = Math.max(...group.map(({ box }) => box.x + box.width));
      const key = Math.round(first.box.x / SAME_LEFT);
      this.#rights.set(key, [...(this.#rights.get(key) ?? []), right]);
    };
    for (const line of lines) {
      const last = group[group.length - 1];
      const isBelow = last !== undefined && Math.abs(last.box.x - line.box.x) <= SAME_LEFT && goesOnBelow(last, line);
      if (isBelow) gaps.push(gapBetween(last, line) / line.box.height);
      else {
        end();
        group = [];
      }
      group.push(line);
    }
    end();
    gaps.sort((a, b) => a - b);
    this.#leading = gaps.length < MIN_GAPS ? null : (gaps[Math.floor(gaps.length / 3)] ?? null);
  }

  /** Where the column of a line ends: the nearest edge, at or behind its own end, of lines that begin where it does. */
  rightOf(line: Line): number {
    const own = line.box.x + line.box.width;
    const key = Math.round(line.box.x / SAME_LEFT);
    const edges = [key - 1, key, key + 1].flatMap((near) => this.#rights.get(near) ?? []);
    const behind = edges.filter((edge) => edge >= own - 1);
    return behind.length === 0 ? own : Math.min(...behind);
  }

  /** White space in points up to which a line goes on with the paragraph above. */
  gapAllowed(line: Line): number {
    const { height } = line.box;
    if (this.#leading === null) return PARAGRAPH_GAP * height;
    return Math.min(WIDEST_LEADING, Math.max(0.3, this.#leading + PARAGRAPH_MORE)) * height;
  }
}
