import { guessLanguage } from './guess-language';
import type { Attachment, Field, Page, ParsedDocument, Table } from './parsed-document';
import { shortLines } from './short-lines';
import { toMarkdown } from './to-markdown';

/** What a parser has found; the rest of a `ParsedDocument` follows from it. */
export interface Findings {
  readonly mediaType: string;
  readonly pages: readonly Page[];
  readonly tables?: readonly Table[];
  readonly fields?: readonly Field[];
  readonly attachments?: readonly Attachment[];
  readonly properties?: Readonly<Record<string, string>>;
  /** Where the format has a better one than the pages give. */
  readonly markdown?: string;
  /** As the format declares it; else it is guessed. */
  readonly language?: string | null;
}

/** Keeps the asked-for pages, cuts lines without end, writes the Markdown and guesses the language. */
export function finishDocument(findings: Findings, onlyPages: readonly number[] | null): ParsedDocument {
  const wanted = onlyPages === null ? null : new Set(onlyPages);
  const isWanted = (page: number): boolean => wanted === null || wanted.has(page);
  const pages = findings.pages
    .filter((page) => isWanted(page.number))
    .map((page) => ({ ...page, lines: page.lines.flatMap(shortLines) }));
  const tables = (findings.tables ?? []).filter((table) => isWanted(table.page));
  const own = wanted === null ? findings.markdown : undefined;
  return {
    mediaType: findings.mediaType,
    pages,
    tables,
    fields: (findings.fields ?? []).filter((field) => isWanted(field.page)),
    attachments: findings.attachments ?? [],
    properties: findings.properties ?? {},
    markdown: own ?? toMarkdown(pages, tables),
    language: findings.language ?? guessLanguage(wordTexts(pages)),
  };
}

function* wordTexts(pages: readonly Page[]): Generator<string> {
  for (const page of pages) for (const line of page.lines) for (const word of line.words) yield word.text;
}
