import type { Line, Rule, Table, Word } from '../parsed-document';
import { columnTables } from './column-tables';
import { bandsOf, segmentBand, verticalsOf } from './segment-lines';

/** What stands on a page, in reading order. */
export interface PageLayout {
  readonly lines: readonly Line[];
  readonly tables: readonly Table[];
}

/** Lines and tables of a page from its words and ruling lines alone. Pure. */
export function layOutPage(page: number, words: readonly Word[], rules: readonly Rule[]): PageLayout {
  const verticals = verticalsOf(rules);
  const rows = bandsOf(words).map((band) => segmentBand(band, verticals));
  const tables = columnTables(page, rows);
  return { lines: rows.flat(), tables };
}
