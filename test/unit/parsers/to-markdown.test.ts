import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../src/parsers/page-layout/boxes';
import { displayedLine } from '../../../src/parsers/page-layout/turn';
import { TABLE_WRITERS } from '../../../src/parsers/page-tables/table-formats';
import type { Line, Page, Table, TableCell } from '../../../src/parsers/parsed-document';
import { toMarkdown, toPageTexts } from '../../../src/parsers/to-markdown';

interface Print {
  readonly size?: number;
  readonly bold?: boolean;
  readonly x?: number;
}

/** A text at 5 points a character for letters of 10 points. */
function line(y: number, text: string, { size = 10, bold = false, x = 50 }: Print = {}): Line {
  const step = size / 2;
  return lineOf(
    [...text.matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      box: { x: x + match.index * step, y, width: match[0].length * step, height: size },
      size,
      bold,
      certainty: 1,
    })),
  );
}

function page(number: number, lines: readonly Line[]): Page {
  return { number, width: 600, height: 800, lines, rules: [], printed: true };
}

function table(number: number, texts: readonly (readonly string[])[], more: Partial<Table> = {}): Table {
  const box = { x: 50, y: 300, width: 300, height: 100 };
  const rows = texts.map((row) => row.map((text): TableCell => ({ text, box, locator: null })));
  return { page: number, box, headerRows: 1, rows, title: null, ...more };
}

const PROSE = [
  line(200, 'The quick brown fox jumps over a lazy'),
  line(212, 'dog that has not been fed since yester-'),
  line(224, 'day morning and barks.'),
];

describe('toMarkdown', () => {
  it('tells headings by size and weight, and joins wrapped lines to paragraphs', () => {
    const lines = [
      line(50, 'Annual report', { size: 20 }),
      line(120, 'Dogs', { size: 14, bold: true }),
      line(170, 'Fed once', { bold: true }),
      ...PROSE,
    ];
    expect(toMarkdown([page(1, lines)], [])).toBe(
      [
        '# Annual report',
        '## Dogs',
        '### Fed once',
        'The quick brown fox jumps over a lazy dog that has not been fed since yesterday morning and barks.',
      ].join('\n\n'),
    );
  });

  it('keeps the lines of an address, and rows of labels and values', () => {
    const lines = [
      line(100, 'Ada Byron', { bold: true }),
      line(112, '12 Wharf Road'),
      line(124, 'Oxbow'),
      line(200, 'Invoice'),
      line(200, 'A-17', { x: 200 }),
      line(214, 'Date'),
      line(214, '2024-05-02', { x: 200 }),
    ];
    expect(toMarkdown([page(1, lines)], [])).toBe('Ada Byron\n12 Wharf Road\nOxbow\n\nInvoice  A-17\nDate  2024-05-02');
  });

  it('indents lists in lists and sets a bullet drawn far off to its text', () => {
    const lines = [
      line(100, '• Lamp oil'),
      line(114, '•'),
      line(114, 'Wicks', { x: 90 }),
      line(128, '◦ narrow', { x: 70 }),
      line(142, '• Candles'),
      line(170, '1. Wind the clock'),
      line(184, 'a) by hand', { x: 70 }),
    ];
    expect(toMarkdown([page(1, lines)], [])).toBe(
      '- Lamp oil\n- Wicks\n  - narrow\n- Candles\n1. Wind the clock\n   a) by hand',
    );
  });

  it('writes headers and footers once, footers at the end, and keeps amounts that differ from page to page', () => {
    const pages = [1, 2].map((number) =>
      page(number, [
        line(20, 'Lantern Bank'),
        line(300, `Body of page ${number === 1 ? 'one' : 'two'}`),
        line(740, `Carried forward ${number * 350}.00`),
        line(770, `Page ${number} of 2`),
      ]),
    );
    expect(toMarkdown(pages, []).split('\n\n')).toEqual([
      'Lantern Bank',
      'Body of page one',
      'Carried forward 350.00',
      'Body of page two',
      'Carried forward 700.00',
      'Page 1 of 2',
    ]);
  });

  it('writes a table over pages as one, and a sentence over pages too', () => {
    const first = page(1, [...PROSE.slice(0, 2), line(310, 'Name')]);
    const second = page(2, [line(310, 'Name'), line(500, 'day it rained.')]);
    const tables = [table(1, [['Name'], ['Ada']]), table(2, [['Name'], ['Kurt']], { continues: true })];
    expect(toMarkdown([page(1, PROSE.slice(0, 2)), page(2, [line(40, 'day it rained.')])], [])).toBe(
      'The quick brown fox jumps over a lazy dog that has not been fed since yesterday it rained.',
    );
    expect(toMarkdown([first, second], tables)).toBe(
      'The quick brown fox jumps over a lazy dog that has not been fed since yester-\n\n| Name |\n| --- |\n| Ada |\n| Kurt |\n\nday it rained.',
    );
  });

  it('breaks cells where their author did, escapes pipes, and gives a table without headings an empty one', () => {
    const box = { x: 50, y: 300, width: 300, height: 100 };
    const cell: TableCell = { text: 'a|b c', lines: ['a|b', 'c'], box, locator: null };
    const own = table(1, [], { headerRows: 0, rows: [[cell]] });
    expect(toMarkdown([page(1, [])], [own])).toBe('|  |\n| --- |\n| a\\|b<br>c |');
  });

  it('reads a page drawn sideways as it is turned', () => {
    const frame = { turn: 270, width: 600, height: 800 } as const;
    const upright = page(1, PROSE);
    const turned: Page = { ...upright, turned: 270, lines: PROSE.map((one) => displayedLine(frame, one)) };
    expect(toMarkdown([turned], [])).toBe(toMarkdown([upright], []));
  });

  it('has what a format declares: headings, links, pictures that are described, and lists in lists', () => {
    const declared: Page = {
      number: 1,
      width: 600,
      height: 800,
      rules: [],
      lines: [
        { ...line(40, 'Harbour'), heading: 2 },
        { ...line(52, 'Boats'), heading: 3 },
        {
          ...line(76, 'See the tide table and a chart.'),
          links: [
            { text: 'tide table', url: 'https://example.org/tide (new)' },
            { text: 'chart', url: 'chart.png', isPicture: true },
          ],
        },
        line(100, '- Oil'),
        line(112, '- green', { x: 62 }),
      ],
    };
    expect(toMarkdown([declared], [])).toBe(
      [
        '## Harbour',
        '### Boats',
        'See the [tide table](https://example.org/tide%20%28new%29) and a ![chart](chart.png).',
        '- Oil\n  - green',
      ].join('\n\n'),
    );
  });

  it('takes no longer for each page of many than for each of few', () => {
    const many = (count: number): Page[] => Array.from({ length: count }, (_, index) => page(index + 1, PROSE));
    const time = (count: number): number => {
      const begun = performance.now();
      toMarkdown(many(count), []);
      return (performance.now() - begun) / count;
    };
    time(200);
    expect(time(4000)).toBeLessThan(8 * time(400) + 0.05);
  });
});

describe('toPageTexts', () => {
  it('gives each page by itself, the levels of headings and running lines following from all', () => {
    const pages = [1, 2].map((number) =>
      page(number, [
        line(20, 'Lantern Bank'),
        line(120, number === 1 ? 'Annual report' : 'Dogs', { size: number === 1 ? 20 : 14 }),
        ...PROSE,
        line(770, `Page ${number} of 2`),
      ]),
    );
    const prose = 'The quick brown fox jumps over a lazy dog that has not been fed since yesterday morning and barks.';
    expect(toPageTexts(pages, [], TABLE_WRITERS.markdown)).toEqual([
      ['Lantern Bank', '# Annual report', prose, 'Page 1 of 2'].join('\n\n'),
      ['## Dogs', prose].join('\n\n'),
    ]);
  });

  it('writes tables as asked, those that go on under the headings they have', () => {
    const pages = [page(1, []), page(2, [])];
    const tables = [table(1, [['Name'], ['Ada']]), table(2, [['Kurt']], { continues: true, headerRows: 0 })];
    expect(toPageTexts(pages, tables, TABLE_WRITERS.json)).toEqual([
      '```json\n[\n  {"Name": "Ada"}\n]\n```',
      '```json\n[\n  {"Name": "Kurt"}\n]\n```',
    ]);
  });

  it('notes a picture where it stands, and has an empty text for a page without any', () => {
    const pictures = [{ x: 50, y: 120, width: 200, height: 60 }];
    const seen: Page = { ...page(1, [line(100, 'Before'), ...PROSE]), pictures };
    expect(toPageTexts([seen, page(2, [])], [], TABLE_WRITERS.html)).toEqual([
      'Before\n\n![image]()\n\nThe quick brown fox jumps over a lazy dog that has not been fed since yesterday morning and barks.',
      '',
    ]);
    expect(toMarkdown([seen], [])).not.toContain('image');
  });
});
