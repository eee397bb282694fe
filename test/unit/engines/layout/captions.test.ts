import { expect, test } from 'vitest';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { ask } from '../ask';
import { type Print, paper } from '../paper';

/** A form with values in letters of 10 points, captions in 8, and drawn lines at these heights. */
function form(values: readonly Print[], captions: readonly Print[], rulesAt: readonly number[]): ParsedDocument {
  const document = paper([[...values, ...captions].sort((a, b) => a[1] - b[1])]);
  const small = new Set(captions.map(([, , text]) => text));
  return {
    ...document,
    pages: document.pages.map((page) => ({
      ...page,
      rules: rulesAt.map((y) => ({ x1: 30, x2: 560, y1: y, y2: y })),
      lines: page.lines.map((line) =>
        small.has(line.text) ? { ...line, words: line.words.map((word) => ({ ...word, size: 8 })) } : line,
      ),
    })),
  };
}

const VALUES: readonly Print[] = [
  [36, 100, 'Ada Quill'],
  [36, 140, '05.03.1990'],
];
const CAPTIONS: readonly Print[] = [
  [36, 115, 'Name'],
  [36, 155, 'Geburtsdatum'],
];
const SCHEMA = { name: 'string', birth_date: 'date' };

test('a value on a drawn line is named by the small caption under the line', async () => {
  expect(await ask(form(VALUES, CAPTIONS, [113, 153]), SCHEMA)).toEqual({
    name: 'Ada Quill',
    birth_date: '1990-03-05',
  });
});

test('a small caption at the top of a ruled box names what stands in the box', async () => {
  const values: readonly Print[] = [
    [36, 112, 'Ada Quill'],
    [36, 152, '05.03.1990'],
  ];
  const captions: readonly Print[] = [
    [36, 100, 'Name'],
    [36, 140, 'Geburtsdatum'],
  ];
  expect(await ask(form(values, captions, [98, 132, 138]), SCHEMA)).toEqual({
    name: 'Ada Quill',
    birth_date: '1990-03-05',
  });
});

test('several captions in one line each have the value before the next', async () => {
  const document = paper([
    [[36, 100, 'Data de emissão: 2025-04-07 Data de carga: 2025-04-08 Transportador: Via Norte']],
  ]);
  const schema = { loading_date: 'date', carrier: 'string' };
  expect(await ask(document, schema)).toEqual({ loading_date: '2025-04-08', carrier: 'Via Norte' });
});

test('first and last name are told apart in forms of six languages', async () => {
  const forms = [
    ['Surname', 'First name'],
    ['Nachname', 'Vorname'],
    ['Nom de famille', 'Prénom'],
    ['Apellidos', 'Nombre'],
    ['Cognome', 'Nome'],
    ['Achternaam', 'Voornaam'],
    ['Apelido', 'Nome'],
  ] as const;
  for (const [last, first] of forms) {
    const document = paper([
      [
        [36, 100, `${last}: Quill`],
        [300, 100, `${first}: Ada`],
      ],
    ]);
    expect([last, await ask(document, { last_name: 'string', first_name: 'string' })]).toEqual([
      last,
      { last_name: 'Quill', first_name: 'Ada' },
    ]);
  }
});
