import { describe, expect, test } from 'vitest';
import { joinWindows } from '../../../src/operations/join-windows';
import { cellsFor, ownCells, pagesToShow, shownPage, windowOf } from '../../../src/operations/window';
import type { Cell } from '../../../src/schema/cell';
import { type Print, paper, table } from '../engines/paper';

const cell = (path: Cell['path'], value: string, page: number, confidence = 0.9): Cell => ({
  path,
  value,
  confidence,
  citations: [{ page, box: { x: 0, y: 0, width: 1, height: 1 }, text: value, locator: null, attachment: null }],
  filledBy: 'resolve',
  source: 'table',
  flags: [],
});
const row = (number: number, name: string, page: number, confidence = 0.9): Cell[] => [
  cell(['items', number, 'name'], name, page, confidence),
  cell(['items', number, 'price'], `${name}'s`, page, confidence),
];
const brief = (cells: readonly Cell[]) =>
  cells.map(({ path, value, citations: [first] }) => [path.join('.'), value, first.page]);

describe('cells of several windows', () => {
  test('are for a single value the surest, then the earliest; the same again changes nothing', () => {
    const total = cell(['total'], '10', 1, 0.6);
    const date = cell(['date'], 'May', 2, 0.8);
    expect(
      joinWindows([], [[total, date], [cell(['total'], '12', 30, 0.9), cell(['date'], 'June', 30, 0.8)], [total]]),
    ).toEqual([cell(['total'], '12', 30, 0.9), date]);
  });

  test('go on with a list where the window before ended', () => {
    const windows = [[...row(0, 'a', 1), ...row(1, 'b', 2)], [cell(['total'], '9', 26)], [...row(3, 'c', 51)]];
    expect(brief(joinWindows([], windows))).toEqual([
      ['total', '9', 26],
      ['items.0.name', 'a', 1],
      ['items.0.price', "a's", 1],
      ['items.1.name', 'b', 2],
      ['items.1.price', "b's", 2],
      ['items.2.name', 'c', 51],
      ['items.2.price', "c's", 51],
    ]);
  });

  test('leave out rows of a window whose rows hold far less: it read another table', () => {
    const poor = cell(['items', 0, 'name'], 'Annex', 1, 0.5);
    expect(brief(joinWindows([], [[poor], row(0, 'a', 30)]))).toEqual(brief(row(0, 'a', 30)));
  });

  test('keep the places of a list that stood before', () => {
    const standing = [...row(0, 'a', 1), ...row(1, 'b', 30)];
    const surer = cell(['items', 1, 'name'], 'B', 30, 0.95);
    const windows = [[...row(0, 'a', 1)], [...row(0, 'a', 1).slice(0, 1), surer, ...row(1, 'b', 30).slice(1)]];
    expect(brief(joinWindows(standing, windows))).toEqual([
      ['items.0.name', 'a', 1],
      ['items.0.price', "a's", 1],
      ['items.1.name', 'B', 30],
      ['items.1.price', "b's", 30],
    ]);
  });
});

describe('a window', () => {
  const stretch = { after: 25, upTo: 50 };

  test('is given single values, its own rows, and one cell of each list as a sign that it stands', () => {
    const standing = [cell(['total'], '9', 80), ...row(0, 'a', 1), ...row(1, 'b', 30), ...row(2, 'c', 51)];
    expect(brief(cellsFor(stretch, standing))).toEqual([
      ['total', '9', 80],
      ['items.0.name', 'a', 1],
      ['items.1.name', 'b', 30],
      ['items.1.price', "b's", 30],
    ]);
  });

  test('has no rows of pages that are only shown', () => {
    const found = [cell(['total'], '9', 1), ...row(0, 'a', 1), ...row(1, 'b', 30)];
    expect(brief(ownCells(stretch, [], found))).toEqual([
      ['total', '9', 1],
      ['items.1.name', 'b', 30],
      ['items.1.price', "b's", 30],
    ]);
  });

  test('is shown the first page, and where each list began', () => {
    expect(
      pagesToShow(1, [[cell(['total'], '9', 4)], [...row(0, 'a', 30), ...row(1, 'b', 31)], row(0, 'c', 51)]),
    ).toEqual([1, 30]);
    expect(pagesToShow(3, [[]])).toEqual([3]);
  });

  test('stands behind these pages, which are shortened, with their tables', () => {
    const line: Print = [36, 36, 'A line'];
    const long = Array.from({ length: 500 }, () => line);
    const prices = table([['Article'], ...Array.from({ length: 100 }, () => ['Anvil'])]);
    const shown = shownPage(paper([long, [line]], { tables: [prices] }), 1);
    if (shown === null) throw new Error('there is a first page');
    const part = paper([[line]], { tables: [table([['Bellows']])] });
    const { pages, tables, language } = windowOf(part, [shown], 'nl');
    expect(pages.map(({ lines }) => lines.length)).toEqual([400, 1]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([41, 1]);
    expect(language).toBe('nl');
    expect(shownPage(part, 7)).toBeNull();
  });
});
