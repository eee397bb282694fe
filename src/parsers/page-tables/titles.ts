import type { Page, Table } from '../parsed-document';

/**
 * Tables with the titles that nothing on the pages says: names of sheets, captions. Of several tables of one title on one
 * page the first has it, and one that goes on has none.
 */
export function withUnsaidTitles(tables: readonly Table[], pages: readonly Page[]): Table[] {
  const said = new Set(pages.flatMap(({ lines }) => lines.map(({ text }) => text)));
  return tables.map((table, index) => {
    const { title, page, continues } = table;
    const last = tables[index - 1];
    const isSaid = title === null || said.has(title.replace(/\s+/g, ' ').trim());
    const isRepeated = last?.title === title && last.page === page;
    return isSaid || isRepeated || continues === true ? { ...table, title: null } : table;
  });
}
