import { describe, expect, test } from 'vitest';
import { chooseEngine } from '../../../src/engines/registry';
import { readDefinition } from '../../../src/jobs/choose-schema';
import { reconciled } from '../../../src/operations/consensus';
import { extract } from '../../../src/operations/extract';
import type { ParsedDocument } from '../../../src/parsers/parsed-document';
import type { Cell } from '../../../src/schema/cell';
import { paper } from '../engines/paper';

const cell = (path: Cell['path'], value: string, confidence = 0.9, y = 0): Cell => ({
  path,
  value,
  confidence,
  citations: [{ page: 1, box: { x: 0, y, width: 1, height: 1 }, text: value, locator: null, attachment: null }],
  filledBy: 'resolve',
  source: 'label',
  flags: [],
});
const brief = (cells: readonly Cell[]) =>
  cells.map(({ path, value, agreement, flags }) => [path.join('.'), value, agreement, flags.map(({ code }) => code)]);

describe('several readings', () => {
  test('that say the same are one that all agree on', () => {
    const number = cell(['number'], 'A-1');
    expect(reconciled([[number], [number], [number]])).toEqual([{ ...number, agreement: 1 }]);
  });

  test('that differ are what most of them say, then what the surest says, and tell how many say it', () => {
    const readings = [
      [cell(['number'], 'A-1', 0.95), cell(['city'], 'Bonn', 0.5)],
      [cell(['number'], 'B-2', 0.5), cell(['city'], 'Köln', 0.7)],
      [cell(['number'], 'B-2', 0.6)],
    ] as const;
    expect(brief(reconciled(readings))).toEqual([
      ['number', 'B-2', 2 / 3, ['readings-differ']],
      ['city', 'Köln', 1 / 3, ['readings-differ']],
    ]);
  });

  test('give what the ordinary one leaves open only where half of them do', () => {
    const note = cell(['note'], 'paid');
    expect(brief(reconciled([[], [note], []]))).toEqual([]);
    expect(brief(reconciled([[], [note], [note], []]))).toEqual([['note', 'paid', 0.5, ['readings-differ']]]);
  });

  test('of a list keep the rows of the ordinary one, and count who read the same print, wherever its row stands', () => {
    const first = cell(['items', 0, 'name'], 'Anvil', 0.9, 10);
    const second = cell(['items', 1, 'name'], 'Bellows', 0.9, 30);
    const moved = { ...second, path: ['items', 0, 'name'] };
    expect(brief(reconciled([[first, second], [moved]]))).toEqual([
      ['items.0.name', 'Anvil', 0.5, ['readings-differ']],
      ['items.1.name', 'Bellows', 1, []],
    ]);
    expect(brief(reconciled([[], [moved], [first, second]]))).toEqual([
      ['items.0.name', 'Anvil', 1 / 3, ['readings-differ']],
      ['items.1.name', 'Bellows', 2 / 3, ['readings-differ']],
    ]);
  });
});

describe('an extraction of several readings', () => {
  const { node: schema } = readDefinition({ invoice_number: 'string', contact_person: 'string' });
  const task = { engine: chooseEngine(), schema, target: 'document', instructions: null, firstPosition: 0 } as const;
  const extracted = async (document: ParsedDocument, readings: number): Promise<readonly Cell[]> => {
    let cells: readonly Cell[] = [];
    for (const phase of ['resolve', 'execute', 'validate', 'reread'] as const)
      cells = await extract[phase].run({ ...task, document, readings, cells });
    return cells;
  };
  /** The person stands under the label, beside something that a reader of whole rows takes for the value. */
  const document = paper([
    [
      [36, 36, 'Invoice number: A-17'],
      [36, 90, 'Contact person'],
      [230, 90, 'Direct line 0221 4711'],
      [36, 104, 'Jana Berg'],
    ],
  ]);

  test('looks at the same print in different ways: what is plain all agree on, what is not they do not', async () => {
    const cells = await extracted(document, 8);
    const agreement = new Map(cells.map((one) => [one.path.join('.'), one.agreement]));
    expect(agreement.get('invoice_number')).toBe(1);
    const doubtful = agreement.get('contact_person') ?? 0;
    expect([doubtful > 0, doubtful < 1]).toEqual([true, true]);
  });

  test('with one reading says nothing of agreement', async () => {
    const cells = await extracted(document, 1);
    expect(cells.every(({ agreement }) => agreement === undefined)).toBe(true);
  });
});
