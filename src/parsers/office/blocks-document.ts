import { finishDocument } from '../finish-document';
import type { ParsedDocument } from '../parsed-document';
import { Typesetter } from '../typeset';
import { alignedTables } from './aligned-tables';
import type { Block } from './blocks';
import { narrowFields } from './narrow-fields';
import { refuseHugeText } from './refuse-huge-text';
import { setBlocks } from './set-blocks';

export interface BlocksOfDocument {
  readonly mediaType: string;
  readonly blocks: readonly Block[];
  readonly properties: Readonly<Record<string, string>>;
  readonly language?: string | null;
}

/** What a word processor wrote, on pages: its own page breaks begin one, and so does a full page. Throws `ParseError` for too much. */
export function blocksDocument(
  { blocks, ...known }: BlocksOfDocument,
  onlyPages: readonly number[] | null,
): ParsedDocument {
  refuseHugeText(blocks);
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
