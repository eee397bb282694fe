import { finishDocument } from './finish-document';
import { frontMatter } from './front-matter';
import { headerRowsOf } from './grid-header';
import { ParseError } from './parse-error';
import type { Field, Link, Parser, Table } from './parsed-document';
import { MAX_TEXT_CHARACTERS, textOf } from './plain-text';
import { Typesetter } from './typeset';

/** Of a row without blanks around it: a row may be long, and what blanks could be told in several ways would be tried in all. */
const TABLE_RULE = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;
const HEADING = /^\s{0,3}(#{1,6})\s/;

/** Characters of one line, without the pictures that are written out in it. */
const MAX_LINE_CHARACTERS = 100_000;

/** Markdown: headings, lists and paragraphs as lines without their marks, pipe tables as tables under the last heading, front matter as fields. */
export const parseMarkdown: Parser = async (bytes, options) => {
  const text = textOf(bytes, MAX_TEXT_CHARACTERS);
  const rows = text.split(/\r\n|\r|\n/);
  refuseEndlessLines(rows);
  const typesetter = new Typesetter();
  const tables: Table[] = [];
  const properties: Record<string, string> = {};
  let heading: string | null = null;
  const front = frontMatter(rows);
  const fields = front.values.map(
    ({ name, value }): Field => ({
      path: [name],
      value,
      locator: `front matter ${name}`,
      ...typesetter.labelled(name, value),
    }),
  );
  let at = front.end;
  while (at < rows.length) {
    const row = rows[at] ?? '';
    const title = HEADING.exec(row);
    if (row.includes('|') && TABLE_RULE.test((rows[at + 1] ?? '').trim()) && (rows[at + 1] ?? '').includes('-')) {
      const end = endOfTable(rows, at + 2);
      const cells = [row, ...rows.slice(at + 2, end)].map(cellsOf);
      const width = cells[0]?.length ?? 0;
      const grid = cells.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? ''));
      const isNamed = (grid[0] ?? []).some((cell) => cell !== '');
      const body = isNamed ? grid : grid.slice(1);
      const headerRows = isNamed ? 1 : headerRowsOf(body);
      const locate = (line: number, column: number): string => `row ${line + 1}, column ${column + 1}`;
      tables.push({ ...typesetter.table(body, locate, headerRows), headerRows, title: heading });
      at = end;
      continue;
    }
    if (title !== null) {
      heading = plain(headingIn(row.slice(title[0].length)));
      if (title[1] === '#' && properties.title === undefined) properties.title = heading;
      typesetter.text(heading, { bold: true, heading: (title[1] ?? '').length, links: linksIn(row) });
    } else if (row.trim() === '') typesetter.blank();
    else if (!/^\s*(?:```|~~~|[-*_]{3,}\s*$)/.test(row))
      typesetter.text(plain(row), { bold: /^\s*\*\*[^*]+\*\*\s*$/.test(row), links: linksIn(row) });
    at += 1;
  }
  const pages = typesetter.finish();
  return finishDocument(
    { mediaType: 'text/markdown', pages, tables, fields, properties, markdown: text },
    options.pages,
  );
};

/** Signs behind a heading close it. */
const headingIn = (text: string): string =>
  text
    .trim()
    .replace(/(?<!#)#+$/, '')
    .trimEnd();

function endOfTable(rows: readonly string[], from: number): number {
  let end = from;
  while (end < rows.length && (rows[end] ?? '').includes('|')) end += 1;
  return end;
}

function cellsOf(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => plain(cell.replace(/\\\|/g, '|')).trim());
}

/** A link or a picture, or a link around a picture once that is replaced. Bounded: a line may be nothing but brackets. */
const LINK = /!?\[([^\][]{0,1000})\]\(([^()]{0,2000})\)/g;

/** The links and pictures of a row as its plain text has them. */
const linksIn = (row: string): Link[] =>
  [...row.matchAll(LINK)].flatMap(([whole, words = '', target = '']) => {
    const text = plain(words).replace(/\s+/g, ' ').trim();
    const url = target.trim().replace(/\s+["'(].*$|^<|>$/g, '');
    return text === '' ? [] : [{ text, url, ...(whole.startsWith('!') ? { isPicture: true as const } : {}) }];
  });

/** Text without emphasis, code marks, link targets and quote marks. */
function plain(text: string): string {
  return text
    .replace(/^\s*>+\s?/, '')
    .replace(LINK, '$1')
    .replace(LINK, '$1')
    .replace(/(\*\*|__|`)(\S(?:[^*_`]*\S)?)\1/g, '$2')
    .replace(/(?<![\w*])\*(\S(?:[^*]*\S)?)\*(?![\w*])/g, '$1')
    .replace(/<br\s*\/?>/gi, ' ');
}

/** What marks the parts of a line is looked for over all of it. Throws `ParseError`. */
function refuseEndlessLines(rows: readonly string[]): void {
  const at = rows.findIndex(
    (row) => row.length > MAX_LINE_CHARACTERS && row.replace(/\bdata:[^\s)"'>]*/g, '').length > MAX_LINE_CHARACTERS,
  );
  if (at < 0) return;
  const problem = `line ${at + 1} of this Markdown has more than ${MAX_LINE_CHARACTERS} characters`;
  throw new ParseError('document-unreadable', `${problem}; break it`);
}
