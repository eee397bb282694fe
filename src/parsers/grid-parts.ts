import { type Findings, finishDocument } from './finish-document';
import type { Field, Page, ParsedDocument, Table } from './parsed-document';
import { LINES_PER_PART, otherWorkFirst, PAGES_PER_PART, type ParsedPart } from './parsed-part';
import { type Grid, setGridInPieces } from './set-grid';
import { Typesetter } from './typeset';

/** Grids, each from a page of its own on, in parts; `from`: 1-based number of the first part that is wanted. */
export async function* gridParts(
  grids: Iterable<Grid>,
  about: Pick<Findings, 'mediaType' | 'properties'>,
  wanted: readonly number[] | null,
  from: number,
): AsyncGenerator<ParsedPart> {
  let number = 0;
  // A part is held until something follows it: only then it is known not to be the last.
  let held: ParsedDocument | null = null;
  for (const findings of stretchesOf(grids)) {
    const document = finishDocument({ ...about, ...findings }, wanted);
    if (held === null) held = document;
    else if (document.pages.length > 0) {
      number += 1;
      if (number >= from) yield { document: held, isLast: false, pageCount: null };
      held = document;
    }
    await otherWorkFirst();
  }
  if (held !== null) yield { document: held, isLast: true, pageCount: number === 0 ? held.pages.length : null };
}

type Stretch = Pick<Findings, 'tables' | 'fields'> & { readonly pages: readonly Page[] };

function* stretchesOf(grids: Iterable<Grid>): Generator<Stretch> {
  const typesetter = new Typesetter();
  let tables: Table[] = [];
  let fields: Field[] = [];
  let firstPage = 1;
  const take = (pages: readonly Page[]): Stretch => {
    const end = pages.at(-1)?.number ?? 0;
    const stretch = {
      pages,
      tables: tables.filter(({ page }) => page <= end),
      fields: fields.filter(({ page }) => page <= end),
    };
    tables = tables.filter(({ page }) => page > end);
    fields = fields.filter(({ page }) => page > end);
    firstPage = end + 1;
    return stretch;
  };
  for (const grid of grids) {
    typesetter.pageBreak();
    for (const piece of setGridInPieces(grid, typesetter)) {
      for (const table of piece.tables) tables.push(table);
      for (const field of piece.fields) fields.push(field);
      const isFull = typesetter.held >= LINES_PER_PART || typesetter.page - firstPage >= PAGES_PER_PART;
      if (isFull && typesetter.page > firstPage) yield take(typesetter.takePages());
    }
  }
  yield take(typesetter.finish());
}
