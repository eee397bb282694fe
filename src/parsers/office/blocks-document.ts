import { finishDocument } from '../finish-document';
import { holdsCenter } from '../page-layout/boxes';
import { layOutPage } from '../page-layout/lay-out-page';
import type { Page, ParsedDocument, Table } from '../parsed-document';
import { Typesetter } from '../typeset';
import type { Block } from './blocks';
import { narrowFields } from './narrow-fields';
import { setBlocks } from './set-blocks';

export interface BlocksOfDocument {
  readonly mediaType: string;
  readonly blocks: readonly Block[];
  readonly properties: Readonly<Record<string, string>>;
  readonly language?: string | null;
}

/** What a word processor wrote, on pages: its own page breaks begin one, and so does a full page. */
export function blocksDocument(
  { blocks, ...known }: BlocksOfDocument,
  onlyPages: readonly number[] | null,
): ParsedDocument {
  const typesetter = new Typesetter();
  const { tables, fields, markdown } = setBlocks(blocks, typesetter);
  const pages = typesetter.finish();
  const found = pages.flatMap((page) => alignedTables(page, tables));
  return finishDocument(
    {
      ...known,
      pages,
      tables: [...tables, ...found].sort((a, b) => a.page - b.page || a.box.y - b.box.y),
      fields: narrowFields(fields, pages),
      markdown,
    },
    onlyPages,
  );
}

/** Tables that were made with tabs. */
function alignedTables(page: Page, declared: readonly Table[]): readonly Table[] {
  const own = declared.filter((table) => table.page === page.number);
  const lines = page.lines.filter((line) => !own.some((table) => holdsCenter(table.box, line.box, 1)));
  if (lines.every((line, index) => line.box.y !== lines[index - 1]?.box.y)) return [];
  return layOutPage(
    page.number,
    lines.flatMap((line) => line.words),
    [],
  ).tables;
}
