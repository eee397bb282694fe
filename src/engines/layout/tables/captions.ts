import type { Table } from '../../../parsers/parsed-document';
import { glossed } from '../lexicon/glossary';
import { contentTokens, nameTokens, tokens } from '../lexicon/tokens';
import { wordLikeness } from '../likeness';
import { sharedWidth } from '../span';
import type { View } from '../view';

/** Points that a caption may stand above its table. */
const NEAR = 36;
/** By so much a caption must be liker another list's name than this one's. */
const CLEARLY = 0.15;

/** A list of the schema by its name. */
export interface ListName {
  readonly path: readonly string[];
}

/** Whether what is printed over a table says that it is one of the other lists of the schema ("Away games"). */
export function isAnothers(table: Table, own: ListName, others: readonly ListName[], view: View): boolean {
  if (others.length === 0) return false;
  const caption = glossed(contentTokens(tokens(captionOf(table, view))));
  const like = ({ path }: ListName): number =>
    wordLikeness(glossed(contentTokens(nameTokens(path.at(-1) ?? ''))), caption);
  return Math.max(...others.map(like)) > like(own) + CLEARLY;
}

/** Its title, and the nearest line right above it. */
function captionOf(table: Table, view: View): string {
  const above = view.rows.findLast(
    (row) =>
      row.page === table.page &&
      row.bottom <= table.box.y + 1 &&
      table.box.y - row.bottom < NEAR &&
      row.lines.some(isOver),
  );
  function isOver(line: { readonly box: Table['box'] }): boolean {
    return sharedWidth(line.box, table.box) > 0;
  }
  const printed = above?.lines.filter(isOver).map((line) => line.text) ?? [];
  return [...new Set([table.title ?? '', ...printed])].join(' ');
}

/** A table in which the headings come again, cut into those it was; a row of one text before them is the title of what follows. */
export function partsOf(table: Table): readonly Table[] {
  const head = table.rows
    .slice(0, 1)
    .flat()
    .map((cell) => cell.text.trim());
  const starts = table.rows.flatMap((row, index) =>
    index > 0 && row.every((cell, column) => cell.text.trim() === head[column]) ? [index] : [],
  );
  if (starts.length === 0 || head.every((text) => text === '') || table.headerRows > 1) return [table];
  return [0, ...starts].map((start, part) => {
    const next = starts[part];
    const titled = next === undefined ? null : titleIn(table, next - 1);
    const rows = table.rows.slice(start, next === undefined ? undefined : next - (titled === null ? 0 : 1));
    const title = start === 0 ? table.title : titleIn(table, start - 1);
    const y = (rows[0] ?? []).reduce((least, { box }) => Math.min(least, box.y), table.box.y + table.box.height);
    return {
      ...table,
      headerRows: 1,
      rows,
      title: title ?? table.title,
      box: { ...table.box, y, height: table.box.y + table.box.height - y },
    };
  });
}

function titleIn(table: Table, at: number): string | null {
  const [text, ...more] = (table.rows[at] ?? []).map((cell) => cell.text.trim()).filter((one) => one !== '');
  return text !== undefined && more.length === 0 ? text : null;
}
