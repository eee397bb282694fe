import { expect, test } from 'vitest';
import { spellings } from '../../../src/stores/d1/spellings';

test.each([
  ['Brightwater', ['brightwater']],
  ['', ['']],
  ['Müller', ['müller', 'mÜller', 'mu\u0308ller']],
  ['übersicht ÄNDERUNGEN', ['übersicht Änderungen', 'übersicht änderungen', 'Übersicht Änderungen']],
  ['Straße', ['straße', 'strasse']],
])('"%s" may be written in these ways, the case of A to Z apart', (text, expected) => {
  expect(spellings(text)).toEqual(expect.arrayContaining(expected));
  expect(new Set(spellings(text)).size).toBe(spellings(text).length);
});

test('a plain text is written in one way', () => {
  expect(spellings('RE-2026 Total')).toEqual(['re-2026 total']);
});
