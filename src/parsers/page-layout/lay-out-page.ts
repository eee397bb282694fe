import type { Line, Rule, Table, Word } from '../parsed-document';
import { holdsCenter } from './boxes';
import { columnTables } from './column-tables';
import { pageSides } from './page-sides';
import { inReadingOrder } from './reading-order';
import { ruledTables } from './ruled-tables';
import { bandsOf, segmentBand, verticalsOf } from './segment-lines';

/** What stands on a page, in reading order. */
export interface PageLayout {
  readonly lines: readonly Line[];
  readonly tables: readonly Table[];
}

/** Lines and tables of a page from its words and ruling lines alone: drawn tables first, aligned ones in what is left. Pure. */
export function layOutPage(page: number, words: readonly Word[], rules: readonly Rule[]): PageLayout {
  const verticals = verticalsOf(rules);
  const rows = bandsOf(words).map((band) => segmentBand(band, verticals));
  const ruled = ruledTables(page, words, rules);
  const isFree = (line: Line): boolean => !ruled.some((table) => holdsCenter(table.box, line.box));
  const free = rows.map((row) => row.filter(isFree));
  const aligned = pageSides(free).flatMap((side) => columnTables(page, side, rules));
  const tables = [...ruled, ...aligned].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  return { lines: inReadingOrder(rows.flat(), tables), tables };
}
