import { centerY } from '../page-layout/boxes';
import type { Line, Table } from '../parsed-document';

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
}

export function isBeside(previous: Line, line: Line): boolean {
  return (
    line.box.x >= previous.box.x + previous.box.width &&
    Math.abs(centerY(line.box) - centerY(previous.box)) < line.box.height / 2
  );
}

/** Whether a line stands below another with no more white space than lines of a paragraph have. */
export function goesOnBelow(previous: Line, line: Line): boolean {
  const gap = line.box.y - (previous.box.y + previous.box.height);
  return gap <= PARAGRAPH_GAP * line.box.height && gap >= -2 * line.box.height;
}

/** Where the lines end that begin at the same place as a line: the edge of its column. */
export class ColumnEdges {
  readonly #rights = new Map<number, number>();

  constructor(lines: readonly Line[]) {
    for (const { box } of lines) {
      const key = Math.round(box.x / SAME_LEFT);
      this.#rights.set(key, Math.max(this.#rights.get(key) ?? 0, box.x + box.width));
    }
  }

  rightOf(line: Line): number {
    const key = Math.round(line.box.x / SAME_LEFT);
    return Math.max(...[key - 1, key, key + 1].map((near) => this.#rights.get(near) ?? 0));
  }
}
