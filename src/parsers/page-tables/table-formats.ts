import { tableToMarkdown } from '../page-markdown/table-markdown';
import type { Table } from '../parsed-document';
import { tableToHtml } from './html-table';
import { tableToJson, tableToYaml } from './records';

/** A table as blocks of the text of its page. */
export type TableWriter = (table: Table) => string;

/** The ways to write a table, and its title where it has one, into Markdown. */
export const TABLE_WRITERS = {
  markdown: titled(tableToMarkdown),
  html: tableToHtml,
  json: titled(tableToJson),
  yaml: titled(tableToYaml),
} as const satisfies Record<string, TableWriter>;

function titled(write: TableWriter): TableWriter {
  return (table) => (table.title === null ? write(table) : `${table.title}\n\n${write(table)}`);
}
