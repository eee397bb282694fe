import type { ParsedDocument } from '../../parsers/parsed-document';
import type { Cell, Citation } from '../../schema/cell';
import { Places } from './places';

/**
 * Adds where a value stands in its format's own terms ("Invoice!B4", "row 3, column 2") to citations that know only their
 * box, and the file inside the document that its page is of: what was read from the typeset page of a spreadsheet attached
 * to a mail is found by people in that spreadsheet.
 */
export const withLocators = (cells: readonly Cell[], document: ParsedDocument): readonly Cell[] => {
  const places = locatedIn(document);
  const files = new Map(document.pages.map((page) => [page.number, page.file]));
  return cells.map((cell) => {
    const [first, ...others] = cell.citations;
    return {
      ...cell,
      citations: [inFile(located(first, places), files), ...others.map((one) => inFile(one, files))],
    };
  });
};

function inFile(citation: Citation, files: ReadonlyMap<number, string | undefined>): Citation {
  if (citation.attachment !== null) return citation;
  return { ...citation, attachment: files.get(citation.page) ?? null };
}

function located(citation: Citation, { cells, fields }: Located): Citation {
  if (citation.locator !== null || citation.attachment !== null) return citation;
  const { page, box } = citation;
  return { ...citation, locator: cells.at(page, box) ?? fields.at(page, box) };
}

interface Located {
  readonly cells: Places;
  readonly fields: Places;
}

const indexed = new WeakMap<ParsedDocument, Located>();

/** Every phase asks for the same places. */
function locatedIn(document: ParsedDocument): Located {
  const held = indexed.get(document);
  if (held !== undefined) return held;
  const cells = new Places();
  for (const { page, rows } of document.tables) {
    for (const row of rows) for (const { box, locator } of row) if (locator !== null) cells.add(page, box, locator);
  }
  const fields = new Places();
  for (const { page, box, locator } of document.fields) if (locator !== '') fields.add(page, box, locator);
  const made = { cells, fields };
  indexed.set(document, made);
  return made;
}
