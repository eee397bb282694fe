import type { Line, Rule, Table, Word } from '../parsed-document';
import { segmentLines } from './segment-lines';

/** What stands on a page, in reading order. */
export interface PageLayout {
  readonly lines: readonly Line[];
  readonly tables: readonly Table[];
}

/** Lines and tables of a page from its words and ruling lines alone. Pure. */
export function layOutPage(_page: number, words: readonly Word[], rules: readonly Rule[]): PageLayout {
  return { lines: segmentLines(words, rules), tables: [] };
}
