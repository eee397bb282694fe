import { describe, expect, it } from 'vitest';
import { layOutPage } from '../../../src/parsers/page-layout/lay-out-page';
import type { Rule, Table, Word } from '../../../src/parsers/parsed-document';

/** Words of texts set at 10 points, 5 points a character, from `x`; the row's top is `y`. */
function set(y: number, cells: readonly (readonly [x: number, text: string])[], bold = false): Word[] {
  return cells.flatMap(([x, text]) =>
    [...text.matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      box: { x: x + match.index * 5, y, width: match[0].length * 5, height: 10 },
      size: 10,
      bold,
      certainty: 1,
    })),
  );
}

function grids(tables: readonly Table[]): unknown {
  return tables.map(({ title, headerRows, rows }) => ({
    title,
    headerRows,
    rows: rows.map((row) => row.map((cell) => cell.text)),
  }));
}

const HEAD = [
  [40, 'Item'],
  [200, 'Qty'],
  [300, 'Amount'],
] as const;

describe('layOutPage', () => {
  it('joins wrapped lines of a cell to their row, and parts rows that follow', () => {
    const words = [
      ...set(100, HEAD),
      ...set(120, [
        [40, 'Paint, blue'],
        [205, '2'],
        [305, '20.00'],
      ]),
      ...set(131, [[40, 'for wood']]),
      ...set(150, [
        [40, 'Brush'],
        [200, '10'],
        [305, '15.00'],
      ]),
      ...set(170, [
        [40, 'Total'],
        [305, '35.00'],
      ]),
    ];
    expect(grids(layOutPage(1, words, []).tables)).toEqual([
      {
        title: null,
        headerRows: 1,
        rows: [
          ['Item', 'Qty', 'Amount'],
          ['Paint, blue for wood', '2', '20.00'],
          ['Brush', '10', '15.00'],
          ['Total', '', '35.00'],
        ],
      },
    ]);
  });

  it('makes several lines of headings one row, with a heading over several columns in each of them', () => {
    const words = [
      ...set(80, [[40, 'Sales by region']], true),
      ...set(100, [[203, 'Sales in thousand tonnes']]),
      ...set(112, [
        [40, 'Region'],
        [200, '2023'],
        [300, '2024'],
      ]),
      ...set(130, [
        [40, 'North'],
        [200, '1.5'],
        [300, '2.5'],
      ]),
      ...set(145, [
        [40, 'South'],
        [200, '3.5'],
        [300, '4.5'],
      ]),
    ];
    expect(grids(layOutPage(1, words, []).tables)).toEqual([
      {
        title: 'Sales by region',
        headerRows: 1,
        rows: [
          ['Region', 'Sales in thousand tonnes 2023', 'Sales in thousand tonnes 2024'],
          ['North', '1.5', '2.5'],
          ['South', '3.5', '4.5'],
        ],
      },
    ]);
  });

  it('takes neither labels with their values, nor addresses side by side, nor prose for a table', () => {
    const labels = [0, 1, 2].flatMap((row) =>
      set(100 + 15 * row, [
        [40, 'Due date:'],
        [200, '2024-01-01'],
      ]),
    );
    const addresses = [
      ...set(100, [
        [40, 'ACME Ltd'],
        [300, 'John Doe'],
      ]),
      ...set(115, [
        [40, 'Main Street'],
        [300, 'Side Street'],
      ]),
      ...set(130, [
        [40, 'London'],
        [300, 'Paris'],
      ]),
    ];
    const prose = [0, 1, 2, 3].flatMap((row) =>
      set(100 + 12 * row, [
        [40, 'several words of one column here'],
        [300, 'and some words of another one'],
      ]),
    );
    expect([labels, addresses, prose].map((words) => layOutPage(1, words, []).tables)).toEqual([[], [], []]);
  });

  it('reads columns of prose one after another and rows of a form across', () => {
    const prose = [0, 1].flatMap((row) =>
      set(100 + 12 * row, [
        [40, `left column line ${row}`],
        [300, `right column line ${row}`],
      ]),
    );
    expect(layOutPage(1, prose, []).lines.map((line) => line.text)).toEqual([
      'left column line 0',
      'left column line 1',
      'right column line 0',
      'right column line 1',
    ]);
    const form = [
      ...set(100, [
        [40, 'Name'],
        [300, 'Ada'],
      ]),
      ...set(115, [
        [40, 'Town'],
        [300, 'London'],
      ]),
    ];
    expect(layOutPage(1, form, []).lines.map((line) => line.text)).toEqual(['Name', 'Ada', 'Town', 'London']);
  });

  it('parts words at a drawn vertical rule, however close they stand', () => {
    const rule: Rule = { x1: 63, y1: 90, x2: 63, y2: 130 };
    const lines = layOutPage(
      1,
      set(100, [
        [40, 'left'],
        [65, 'right'],
      ]),
      [rule],
    ).lines;
    expect(lines.map((line) => line.text)).toEqual(['left', 'right']);
  });

  it('parts the records of a drawn row that holds several', () => {
    const rule = (x1: number, y1: number, x2: number, y2: number): Rule => ({ x1, y1, x2, y2 });
    const rules = [
      ...[95, 115, 200].map((y) => rule(30, y, 380, y)),
      ...[30, 190, 290, 380].map((x) => rule(x, 95, x, 200)),
    ];
    const words = [
      ...set(100, HEAD),
      ...set(120, [
        [40, 'Paint'],
        [200, '2'],
        [305, '20.00'],
      ]),
      ...set(140, [
        [40, 'Brush'],
        [200, '10'],
        [305, '15.00'],
      ]),
    ];
    expect(grids(layOutPage(1, words, rules).tables)).toEqual([
      {
        title: null,
        headerRows: 1,
        rows: [
          ['Item', 'Qty', 'Amount'],
          ['Paint', '2', '20.00'],
          ['Brush', '10', '15.00'],
        ],
      },
    ]);
  });

  it('reads columns of text between headings over both of them, and a footnote last', () => {
    const side = (x: number, y: number, name: string): Word[] =>
      [0, 1, 2, 3].flatMap((row) => set(y + 13 * row, [[x, `${name} with five words ${row}`]]));
    const words = [
      ...set(40, [[40, 'a paragraph that reaches over the whole width of the page, both columns of it']]),
      ...side(40, 60, 'left'),
      ...side(300, 66, 'right'),
      ...set(130, [[40, 'and another one that reaches over the whole width of the page and its columns']]),
      ...side(40, 150, 'more left'),
      ...side(300, 156, 'more right'),
    ];
    const order = layOutPage(1, words, []).lines.map((line) =>
      line.text.replace(/ with.*| (?:paragraph|another).*/, ''),
    );
    expect(order.filter((text, index) => text !== order[index - 1])).toEqual([
      'a',
      'left',
      'right',
      'and',
      'more left',
      'more right',
    ]);
  });

  it('reads blocks side by side one after the other where they are out of step', () => {
    const words = [
      ...['ACME Ltd', 'Main Street 1', 'London'].flatMap((text, row) => set(100 + 12 * row, [[40, text]])),
      ...['Invoice A-17', '2 May 2024'].flatMap((text, row) => set(100 + 17 * row, [[300, text]])),
    ];
    expect(layOutPage(1, words, []).lines.map((line) => line.text)).toEqual([
      'ACME Ltd',
      'Main Street 1',
      'London',
      'Invoice A-17',
      '2 May 2024',
    ]);
  });

  it('leaves a block of sums below a table out of it, and marks rows of it that sum up', () => {
    const items = [
      ...set(100, [
        [40, 'Item'],
        [200, 'Qty'],
        [300, 'Amount'],
      ]),
      ...[0, 1, 2].flatMap((row) =>
        set(115 + 15 * row, [
          [40, `Thing ${row}`],
          [210, '2'],
          [310, `${row + 1}.00`],
        ]),
      ),
    ];
    const apart = [
      ...set(165, [
        [183, 'Subtotal'],
        [310, '6.00'],
      ]),
      ...set(180, [
        [183, 'VAT'],
        [310, '1.20'],
      ]),
    ];
    const bold = set(
      160,
      [
        [40, 'Total'],
        [310, '6.00'],
      ],
      true,
    );
    const shape = (words: readonly Word[]): unknown =>
      layOutPage(1, words, []).tables.map(({ rows, totalRows }) => [rows.length, totalRows]);
    expect(shape([...items, ...apart])).toEqual([[4, undefined]]);
    expect(shape([...items, ...bold])).toEqual([[5, 1]]);
  });

  it('gives a heading over drawn columns to each, and a cell over drawn rows to each', () => {
    const rule = (x1: number, y1: number, x2: number, y2: number): Rule => ({ x1, y1, x2, y2 });
    const rules = [
      ...[95, 155].map((y) => rule(30, y, 330, y)),
      rule(130, 110, 330, 110),
      rule(30, 125, 330, 125),
      rule(130, 140, 330, 140),
      ...[30, 130, 330].map((x) => rule(x, 95, x, 155)),
      rule(230, 110, 230, 155),
    ];
    const words = [
      ...set(98, [
        [40, 'Plot'],
        [150, 'Apples'],
      ]),
      ...set(113, [
        [150, '2023'],
        [250, '2024'],
      ]),
      ...set(128, [
        [40, 'North'],
        [150, '12.5'],
        [250, '13.5'],
      ]),
      ...set(143, [
        [150, '14.5'],
        [250, '15.5'],
      ]),
    ];
    expect(grids(layOutPage(1, words, rules).tables)).toEqual([
      {
        title: null,
        headerRows: 2,
        rows: [
          ['Plot', 'Apples', 'Apples'],
          ['Plot', '2023', '2024'],
          ['North', '12.5', '13.5'],
          ['North', '14.5', '15.5'],
        ],
      },
    ]);
  });

  it('sets the mark of a footnote and punctuation drawn apart to their words', () => {
    const [mark] = set(98, [[75, '1']]);
    const raised = mark === undefined ? [] : [{ ...mark, size: 6, box: { ...mark.box, width: 3, height: 6 } }];
    const words = [...set(100, [[40, 'grounds']]), ...raised, ...set(130, [[40, 'end']]), ...set(130, [[55, '.']])];
    expect(layOutPage(1, words, []).lines.map((line) => line.text)).toEqual(['grounds 1', 'end.']);
  });
});
