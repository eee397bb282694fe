import { TABLE_WRITERS } from '../parsers/page-tables/table-formats';
import { toPageTexts } from '../parsers/to-markdown';
import { making, READ } from './operation-step';

/** The text of each page as Markdown, with its tables in the format asked for. */
export const parse = {
  resolve: READ,
  execute: making('parse', [], async ({ tables: format }, { parts }) => {
    const pages: string[] = [];
    for await (const part of parts()) pages.push(...toPageTexts(part.pages, part.tables, TABLE_WRITERS[format]));
    return { product: { operation: 'parse', pages }, file: null };
  }),
} as const;
