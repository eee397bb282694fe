import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../src/schema/assemble';
import type { Cell } from '../../../src/schema/cell';
import { closeGaps } from '../../../src/schema/close-gaps';
import { asEntry, entriesIn } from '../../../src/schema/entries';
import { isJsonArray, isJsonObject, type JsonValue } from '../../../src/schema/json';
import { schemaOf } from '../engines/ask';

type Path = Cell['path'];

const schema = schemaOf({ number: 'string', tags: ['string'], items: [{ text: 'string', 'a.b': ['string'] }] });

const cellAt = (path: Path, value: JsonValue = path.join('/')): Cell => ({
  path,
  value,
  confidence: 1,
  citations: [{ page: 1, box: { x: 0, y: 0, width: 1, height: 1 }, text: 'x', locator: null, attachment: null }],
  filledBy: 'resolve',
  source: 'label',
  flags: [],
});

const pathsOf = (cells: readonly Cell[]): readonly Path[] => cells.map((cell) => cell.path);

/** What a reader finds who follows a path. */
const follow = (values: JsonValue, path: Path): JsonValue | undefined =>
  path.reduce<JsonValue | undefined>((here, part) => {
    if (typeof part === 'number') return here !== undefined && isJsonArray(here) ? here[part] : undefined;
    return here !== undefined && isJsonObject(here) ? here[part] : undefined;
  }, values);

describe('closing gaps', () => {
  test('numbers each list by itself, in its own order, and leaves the order of the cells', () => {
    const cells = [
      cellAt(['items', 7, 'text']),
      cellAt(['items', 2, 'a.b', 5]),
      cellAt(['number']),
      cellAt(['items', 2, 'a.b', 3]),
      cellAt(['tags', 4]),
      cellAt(['items', 7, 'a.b', 1]),
    ];
    expect(pathsOf(closeGaps(cells))).toEqual([
      ['items', 1, 'text'],
      ['items', 0, 'a.b', 1],
      ['number'],
      ['items', 0, 'a.b', 0],
      ['tags', 0],
      ['items', 1, 'a.b', 0],
    ]);
  });

  test('puts every cell where its value stands', () => {
    const position = fc.nat(9);
    const path = fc.oneof(
      fc.constant<Path>(['number']),
      position.map((tag): Path => ['tags', tag]),
      position.map((row): Path => ['items', row, 'text']),
      fc.tuple(position, position).map(([row, part]): Path => ['items', row, 'a.b', part]),
    );
    const paths = fc.uniqueArray(path, { maxLength: 30, selector: (one) => JSON.stringify(one) });
    fc.assert(
      fc.property(paths, (all) => {
        const cells = all.map((one) => cellAt(one));
        const closed = closeGaps(cells);
        const values = assemble(schema, cells);
        expect(closed.map((cell) => follow(values, cell.path))).toEqual(cells.map((cell) => cell.value));
        expect(assemble(schema, closed)).toEqual(values);
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });
});

describe('entries of a list', () => {
  const cells = [cellAt(['rows', 2, 'text']), cellAt(['rows', 0, 'text']), cellAt(['rows', 2, 'tags', 1])];

  test('are told apart by their position and know their own paths; what is elsewhere is none', () => {
    const entries = entriesIn([...cells, cellAt(['number']), cellAt(['rows']), cellAt(['other', 0, 'text'])], 'rows');
    expect([...entries].map(([position, entry]) => [position, pathsOf(entry)])).toEqual([
      [2, [['text'], ['tags', 1]]],
      [0, [['text']]],
    ]);
  });

  test('go back where they came from', () => {
    const back = [...entriesIn(cells, 'rows')].flatMap(([position, entry]) => asEntry(entry, 'rows', position));
    expect(new Set(back)).toEqual(new Set(cells));
  });
});
