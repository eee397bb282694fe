import type { FillTask } from '../engines/engine';
import { entryNode, LIST_OF } from '../jobs/target';
import { finishDocument } from '../parsers/finish-document';
import type { ParsedDocument } from '../parsers/parsed-document';
import type { Cell } from '../schema/cell';
import { asEntry, entriesIn } from '../schema/entries';

/**
 * One pass over each page by itself, as if there were no other: the cells of page after page, under the page's 0-based
 * position among the pages read, of which the document's first is `firstPosition`. Citations keep the page's own number.
 */
export async function onEachPage(
  task: FillTask,
  firstPosition: number,
  pass: (task: FillTask) => Promise<readonly Cell[]>,
): Promise<readonly Cell[]> {
  const schema = entryNode(task.schema, 'page');
  const standing = entriesIn(task.cells, LIST_OF.page);
  const filled: Cell[] = [];
  for (const [index, document] of pagesOf(task.document).entries()) {
    const position = firstPosition + index;
    const cells = await pass({ ...task, document, schema, cells: standing.get(position) ?? [] });
    filled.push(...asEntry(cells, LIST_OF.page, position));
  }
  return filled;
}

const cut = new WeakMap<ParsedDocument, readonly ParsedDocument[]>();

/** Each page as a document of its own; made once, so that what engines know of a page holds over all passes. */
function pagesOf(document: ParsedDocument): readonly ParsedDocument[] {
  const held = cut.get(document);
  if (held !== undefined) return held;
  const pages =
    document.pages.length === 1 ? [document] : document.pages.map(({ number }) => onePage(document, number));
  cut.set(document, pages);
  return pages;
}

/** What is attached to a document or said of it as a whole is said of no single page. */
export const onePage = (document: ParsedDocument, number: number): ParsedDocument =>
  finishDocument({ ...document, attachments: [], properties: {} }, [number]);
