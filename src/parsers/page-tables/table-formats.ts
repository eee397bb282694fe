import { tableToMarkdown } from '../page-markdown/table-markdown';
import type { Table } from '../parsed-document';
import { tableToHtml } from './html-table';
import { tableToJson, tableToYaml } from './records';

/** A table as a block of the text of its page. */
export type TableWriter = (table: Table) => string;

/** The ways to write a table into Markdown. */
export const TABLE_WRITERS = {
  markdown: tableToMarkdown,
  html: tableToHtml,
  json: tableToJson,
  yaml: tableToYaml,
} as const satisfies Record<string, TableWriter>;
