import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseHtml } from '../../../src/parsers/html';
import { standingAlone } from '../../../src/parsers/page-tables/standing-alone';
import { TABLE_WRITERS } from '../../../src/parsers/page-tables/table-formats';
import { withUnsaidTitles } from '../../../src/parsers/page-tables/titles';
import type { Box, Page, Table, TableCell } from '../../../src/parsers/parsed-document';
import { ALONE } from '../../support/parser-tools';

const boxAt = (row: number, column: number): Box => ({ x: 50 * column, y: 12 * row, width: 40, height: 10 });

function tableOf(texts: readonly (readonly string[])[], headerRows: number, more: Partial<Table> = {}): Table {
  const rows = texts.map((row, y) => row.map((text, x): TableCell => ({ text, box: boxAt(y, x), locator: null })));
  return { page: 1, box: boxAt(0, 0), headerRows, rows, title: null, ...more };
}

/** The text between the fences, and the word behind the first. */
function inFence(text: string): [language: string, inside: string] {
  const [, , language = '', inside = ''] = /^(`{3,})(\w+)\n([\s\S]*)\n\1$/.exec(text) ?? [];
  return [language, inside];
}

const OILS = tableOf(
  [
    ['Oil', '2025', '2024'],
    ['Olive & "nut"', '1 < 2', ''],
  ],
  1,
);

describe('a table', () => {
  it('as HTML has headings of their own, and nothing in it is taken for markup', () => {
    expect(TABLE_WRITERS.html(OILS)).toBe(
      [
        '<table>',
        '<thead>',
        '<tr><th>Oil</th><th>2025</th><th>2024</th></tr>',
        '</thead>',
        '<tbody>',
        '<tr><td>Olive &amp; &quot;nut&quot;</td><td>1 &lt; 2</td><td></td></tr>',
        '</tbody>',
        '</table>',
      ].join('\n'),
    );
  });

  it('as HTML has a print that fills several cells once, over columns and over rows', () => {
    const wide: TableCell = { text: 'Oil', box: boxAt(0, 0), locator: null };
    const high: TableCell = { text: 'Harbour', box: boxAt(2, 0), locator: null };
    const cell = (text: string, row: number, column: number): TableCell => ({
      text,
      box: boxAt(row, column),
      locator: null,
    });
    const rows = [
      [wide, { ...wide }],
      [cell('Store', 1, 0), cell('Litres', 1, 1)],
      [high, cell('7', 2, 1)],
      [{ ...high }, cell('7', 3, 1)],
    ];
    const lines = TABLE_WRITERS.html({ ...tableOf([], 2), rows }).split('\n');
    expect(lines.filter((line) => line.startsWith('<tr>'))).toEqual([
      '<tr><th colspan="2">Oil</th></tr>',
      '<tr><th>Store</th><th>Litres</th></tr>',
      '<tr><td rowspan="2">Harbour</td><td>7</td></tr>',
      '<tr><td>7</td></tr>',
    ]);
  });

  it('as HTML has a cell once that its format lays over several places', async () => {
    const html = `<table><tr><th rowspan=2>Oil<th colspan=2>Litres</tr><tr><th>May<th>June</tr>
<tr><td rowspan=2 colspan=2>none<td>7</tr><tr><td>8</tr></table>`;
    const { tables } = await parseHtml(new TextEncoder().encode(html), { filename: 'oil.html', pages: null }, ALONE);
    expect(tables.map((table) => [table.headerRows, TABLE_WRITERS.html(table).match(/<tr>.*/g)])).toEqual([
      [
        2,
        [
          '<tr><th rowspan="2">Oil</th><th colspan="2">Litres</th></tr>',
          '<tr><th>May</th><th>June</th></tr>',
          '<tr><td colspan="2" rowspan="2">none</td><td>7</td></tr>',
          '<tr><td>8</td></tr>',
        ],
      ],
    ]);
  });

  it('as JSON and as YAML is a list of rows by heading, in the order of the columns', () => {
    const [json, text] = inFence(TABLE_WRITERS.json(OILS));
    expect([json, JSON.parse(text)]).toEqual(['json', [{ Oil: 'Olive & "nut"', '2025': '1 < 2', '2024': '' }]]);
    expect(text).toBe('[\n  {"Oil": "Olive & \\"nut\\"", "2025": "1 < 2", "2024": ""}\n]');
    const [yaml, same] = inFence(TABLE_WRITERS.yaml(OILS));
    expect([yaml, parse(same)]).toEqual(['yaml', JSON.parse(text)]);
    expect(same.indexOf('2025')).toBeLessThan(same.indexOf('2024'));
  });

  it('names columns that have no heading, or that of another, and is lists where it has none at all', () => {
    const named = tableOf(
      [
        ['', 'Sum', 'Sum'],
        ['a', '1', '2'],
      ],
      1,
    );
    expect(JSON.parse(inFence(TABLE_WRITERS.json(named))[1])).toEqual([{ 'Column 1': 'a', Sum: '1', 'Sum 2': '2' }]);
    const bare = tableOf([['a', '1']], 0);
    expect(JSON.parse(inFence(TABLE_WRITERS.json(bare))[1])).toEqual([['a', '1']]);
    expect(parse(inFence(TABLE_WRITERS.yaml(bare))[1])).toEqual([['a', '1']]);
  });

  it('is fenced off from fences inside it', () => {
    const code = tableOf([['```\nx']], 0);
    expect(TABLE_WRITERS.json(code).split('\n')[0]).toBe('````json');
  });

  it('that goes on without headings has those of the one before', () => {
    const more = tableOf([['Nut', '3', '4']], 0, { page: 2, continues: true });
    const other = tableOf([['Nut', '3']], 0, { page: 3, continues: true });
    const alone = standingAlone([OILS, more, other]);
    expect(alone.map((table) => [table.headerRows, table.rows.map((row) => row.map(({ text }) => text))])).toEqual([
      [1, OILS.rows.map((row) => row.map(({ text }) => text))],
      [
        1,
        [
          ['Oil', '2025', '2024'],
          ['Nut', '3', '4'],
        ],
      ],
      [0, [['Nut', '3']]],
    ]);
  });

  it('has its title where the page does not say it, once', () => {
    const lines = [{ words: [], text: 'Stores of May', box: boxAt(0, 0) }];
    const page: Page = { number: 1, width: 600, height: 800, lines, rules: [] };
    const titles = ['Stores of  May', 'Oils', 'Oils', null];
    const tables = withUnsaidTitles(
      [...titles.map((title) => ({ ...OILS, title })), { ...OILS, title: 'Oils', continues: true }],
      [page],
    );
    expect(tables.map(({ title }) => title)).toEqual([null, 'Oils', null, null, null]);
    const titled = { ...OILS, title: 'Oils & fats' };
    expect(TABLE_WRITERS.html(titled).split('\n')[1]).toBe('<caption>Oils &amp; fats</caption>');
    expect(TABLE_WRITERS.markdown(titled)).toBe(`Oils & fats\n\n${TABLE_WRITERS.markdown(OILS)}`);
  });
});
