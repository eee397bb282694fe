import type { ParsedPage } from '@llamaindex/liteparse-wasm';
import { lineOf } from '../page-layout/boxes';
import { layOutPage } from '../page-layout/lay-out-page';
import { displayedLine, displayedTable, type TurnedPage, uprightRule } from '../page-layout/turn';
import type { Page, Table } from '../parsed-document';
import { framesOfPage } from './page-frames';
import { leadersOfPage } from './page-leaders';
import { linkedAreas, withLinks } from './page-links';
import { marksOfPage, NO_MARKS } from './page-marks';
import { picturesOfPage } from './page-pictures';
import { rulesOfPage } from './page-rules';
import { wordsOfPage } from './page-words';

/** A page of a PDF with its lines and tables. A page whose text is drawn sideways is laid out as it is read. */
export function layOutPdfPage(raw: ParsedPage, hasPictures: () => boolean): { page: Page; tables: readonly Table[] } {
  const { turn, words, apart } = wordsOfPage(raw, hasPictures);
  const frame: TurnedPage = { turn, width: raw.width, height: raw.height };
  const drawn = rulesOfPage(raw);
  const marks = turn === 0 ? marksOfPage(raw, words) : NO_MARKS;
  const { lines, tables } = layOutPage(
    raw.pageNum,
    [...words.filter((word) => !marks.covered.has(word)), ...marks.words],
    drawn.filter((rule) => !marks.isPart(rule)).map((rule) => uprightRule(frame, rule)),
  );
  const frames = framesOfPage(raw);
  const leaders = leadersOfPage(raw);
  const pictures = picturesOfPage(raw);
  const areas = linkedAreas(raw);
  return {
    page: {
      number: raw.pageNum,
      width: raw.width,
      height: raw.height,
      lines: [...lines.map((line) => displayedLine(frame, line)), ...apart.map(lineOf)].map((line) =>
        withLinks(line, areas),
      ),
      rules: drawn,
      ...(frames.length === 0 ? {} : { frames }),
      ...(leaders.length === 0 ? {} : { leaders }),
      ...(pictures.length === 0 ? {} : { pictures }),
      printed: true,
      ...(turn === 0 ? {} : { turned: turn }),
    },
    tables: tables.map((table) => displayedTable(frame, table)),
  };
}
