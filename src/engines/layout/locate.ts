import type { Box, ParsedDocument } from '../../parsers/parsed-document';
import type { Cell, Citation } from '../../schema/cell';

/**
 * Adds where a value stands in its format's own terms ("Invoice!B4", "row 3, column 2") to citations that know only their
 * box, and the file inside the document that its page is of: what was read from the typeset page of a spreadsheet attached
 * to a mail is found by people in that spreadsheet.
 */
export const withLocators = (cells: readonly Cell[], document: ParsedDocument): readonly Cell[] => {
  const files = new Map(document.pages.map((page) => [page.number, page.file]));
  return cells.map((cell) => {
    const [first, ...others] = cell.citations;
    return {
      ...cell,
      citations: [inFile(located(first, document), files), ...others.map((one) => inFile(one, files))],
    };
  });
};

function inFile(citation: Citation, files: ReadonlyMap<number, string | undefined>): Citation {
  if (citation.attachment !== null) return citation;
  return { ...citation, attachment: files.get(citation.page) ?? null };
}

function located(citation: Citation, document: ParsedDocument): Citation {
  if (citation.locator !== null || citation.attachment !== null) return citation;
  const { page, box } = citation;
  for (const table of document.tables) {
    if (table.page !== page || !holdsMiddle(table.box, box)) continue;
    const cell = table.rows.flat().find((one) => one.locator !== null && holdsMiddle(one.box, box));
    if (cell) return { ...citation, locator: cell.locator };
  }
  const field = document.fields.find((one) => one.page === page && holdsMiddle(one.box, box));
  return field && field.locator !== '' ? { ...citation, locator: field.locator } : citation;
}

const holdsMiddle = (outer: Box, inner: Box): boolean => {
  const x = inner.x + inner.width / 2;
  const y = inner.y + inner.height / 2;
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
};
