import { describe, expect, it } from 'vitest';
import { fieldsOfPage } from '../../../../src/engines/forms/find-fields';
import type { Box } from '../../../../src/parsers/parsed-document';
import { box, formPage, found, rule } from './form-page';

describe('A field of a drawn form', () => {
  it('is a rule behind its label, under it where captions are, or the rest of a line behind a colon', () => {
    expect(
      found({
        prints: [
          [36, 100, 'Surname:'],
          [36, 150, 'Place and date'],
          [36, 200, 'Phone:'],
        ],
        rules: [rule(100, 300, 112), rule(36, 236, 147), rule(36, 300, 213)],
      }),
    ).toEqual([
      ['surname', 'text', 'Surname'],
      ['place_and_date', 'text', 'Place and date'],
      ['phone', 'text', 'Phone'],
    ]);
  });

  it('is a frame beside its label or under it, and what small print in a frame leaves', () => {
    const small = formPage({ prints: [[40, 102, 'Boat']], frames: [box(36, 100, 200, 40)] });
    const line = small.lines[0];
    const page = {
      ...small,
      lines: line === undefined ? [] : [{ ...line, words: line.words.map((word) => ({ ...word, size: 6 })) }],
    };
    expect(fieldsOfPage(page).map(({ label, box: own }) => [label, own])).toEqual([['Boat', box(36, 114, 200, 26)]]);
    expect(
      found({
        prints: [
          [36, 100, 'Harbour'],
          [36, 150, 'Berth wanted'],
        ],
        frames: [box(120, 96, 200, 20), box(36, 164, 200, 20)],
      }),
    ).toEqual([
      ['harbour', 'text', 'Harbour'],
      ['berth_wanted', 'text', 'Berth wanted'],
    ]);
  });

  it('is typed: underscores, dots that lead to nothing', () => {
    expect(
      found({
        prints: [
          [36, 100, 'Name: ____________ Age: ____'],
          [36, 130, 'Street'],
          [36, 160, 'Chapter'],
          [250, 160, '17'],
        ],
        leaders: [box(80, 130, 160, 12), box(90, 160, 150, 12)],
      }),
    ).toEqual([
      ['name', 'text', 'Name'],
      ['age', 'text', 'Age'],
      ['street', 'text', 'Street'],
    ]);
  });

  it('is one of boxes for one character each', () => {
    const cells = Array.from({ length: 8 }, (_, index) => box(150 + 15 * index, 96, 15, 18));
    const [field, ...more] = fieldsOfPage(formPage({ prints: [[36, 100, 'Date of birth']], frames: cells }));
    expect([field?.label, field?.cells, field?.box, more]).toEqual(['Date of birth', cells, box(150, 96, 120, 18), []]);
  });

  it('is a box to be ticked, with what it answers, before its words or after them', () => {
    expect(
      found({
        prints: [
          [36, 100, 'Hull: ☐ wood ☒ steel'],
          [36, 130, 'Yes ☐ No ☐'],
          [50, 160, 'I can swim'],
        ],
        frames: [box(36, 161, 9, 9)],
      }),
    ).toEqual([
      ['hull_wood', 'checkbox', 'Hull: wood'],
      ['hull_steel', 'checkbox', 'Hull: steel'],
      ['yes', 'checkbox', 'Yes'],
      ['no', 'checkbox', 'No'],
      ['i_can_swim', 'checkbox', 'I can swim'],
    ]);
  });

  it('is an empty cell of a table, by the heading of its column and the words of its row', () => {
    const frames: Box[] = [0, 1, 2].flatMap((row) =>
      [0, 1, 2].map((column) => box(36 + 100 * column, 100 + 20 * row, 100, 20)),
    );
    expect(
      found({
        prints: [
          [140, 104, 'From'],
          [240, 104, 'To'],
          [40, 124, 'Monday'],
          [40, 144, 'Tuesday'],
        ],
        frames,
      }),
    ).toEqual([
      ['monday_from', 'text', 'Monday, From'],
      ['monday_to', 'text', 'Monday, To'],
      ['tuesday_from', 'text', 'Tuesday, From'],
      ['tuesday_to', 'text', 'Tuesday, To'],
    ]);
  });

  it('is a box alone in a cell of a table, by the words of its row and the heading of its column', () => {
    const cells: Box[] = [0, 1].flatMap((row) =>
      [0, 1, 2].map((column) => box(36 + 100 * column, 100 + 20 * row, 100, 20)),
    );
    expect(
      found({
        prints: [
          [140, 104, 'Yes'],
          [240, 104, 'No'],
          [40, 124, 'Asthma'],
        ],
        frames: [...cells, box(180, 125, 9, 9), box(280, 125, 9, 9)],
      }),
    ).toEqual([
      ['asthma_yes', 'checkbox', 'Asthma: Yes'],
      ['asthma_no', 'checkbox', 'Asthma: No'],
    ]);
  });

  it('goes on over rules under each other', () => {
    const page = formPage({
      prints: [[36, 100, 'Remarks']],
      rules: [rule(90, 400, 112), rule(90, 400, 132), rule(90, 400, 152)],
    });
    expect(fieldsOfPage(page).map(({ label, pitch, box: own }) => [label, pitch, own.height])).toEqual([
      ['Remarks', 20, 57],
    ]);
  });

  it('has what is filled in already for its value', () => {
    const page = formPage({
      prints: [
        [36, 100, 'Name'],
        [120, 100, 'Ida Holm'],
      ],
      rules: [rule(110, 300, 113)],
    });
    expect(fieldsOfPage(page).map(({ label, value }) => [label, value])).toEqual([['Name', 'Ida Holm']]);
  });

  it('of one name is told from another by its section, else by a number', () => {
    const labels = (y: number) => [[36, y, 'Name:'] as const];
    const page = formPage({
      prints: [[36, 60, 'Owner'], ...labels(80), [36, 120, 'Skipper'], ...labels(140)],
      rules: [rule(100, 300, 92), rule(100, 300, 152)],
    });
    const bold = {
      ...page,
      lines: page.lines.map((line) =>
        line.text.endsWith(':') ? line : { ...line, words: line.words.map((word) => ({ ...word, bold: true })) },
      ),
    };
    expect(fieldsOfPage(bold).map(({ label, section }) => [label, section])).toEqual([
      ['Name', 'Owner'],
      ['Name', 'Skipper'],
    ]);
    expect(
      found({ prints: [...labels(80), ...labels(140)], rules: [rule(100, 300, 92), rule(100, 300, 152)] }).map(
        ([key]) => key,
      ),
    ).toEqual(['name', 'name_2']);
  });
});

describe('What is no field of a form', () => {
  it.each([
    ['a rule under a heading', { prints: [[36, 100, 'Terms']] as const, rules: [rule(36, 500, 114)] }],
    ['a frame with text in it', { prints: [[40, 104, 'Paid']] as const, frames: [box(36, 100, 60, 20)] }],
    ['a frame without a name', { prints: [], frames: [box(36, 100, 200, 20)] }],
    [
      'a frame around others',
      { prints: [[40, 104, 'Paid']] as const, frames: [box(30, 90, 400, 80), box(36, 100, 60, 20)] },
    ],
  ])('is %s', (_, drawing) => {
    expect(found(drawing)).toEqual([]);
  });
});
