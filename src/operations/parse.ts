import type { ParsedDocument } from '../parsers/parsed-document';
import { toMarkdown } from '../parsers/to-markdown';
import { making, READ } from './operation-step';

/** The text of each page as Markdown. */
export const parse = {
  resolve: READ,
  execute: making('parse', [], async (_, { parts }) => {
    const pages: string[] = [];
    for await (const part of parts()) pages.push(...pageTexts(part));
    return { product: { operation: 'parse', pages }, file: null };
  }),
} as const;

const pageTexts = ({ pages, tables }: ParsedDocument): string[] =>
  pages.map((page) =>
    toMarkdown(
      [page],
      tables.filter((table) => table.page === page.number),
    ),
  );
