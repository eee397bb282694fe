import { expect, test } from 'vitest';
import { readTimeSpan } from '../../../src/jobs/read-time-span';

const DAY_MS = 24 * 60 * 60_000;
const MARCH_4 = Date.UTC(2026, 2, 4);

test.each(['2026-03-04', '2026-3-4', '2026/03/04', '04.03.2026', '4. 3. 2026', ' 2026-03-04 '])(
  '%s is a day',
  (text) => {
    expect(readTimeSpan(text)).toEqual({ from: MARCH_4, until: MARCH_4 + DAY_MS });
  },
);

test.each([
  ['25/03/2026', Date.UTC(2026, 2, 25)],
  ['03/25/2026', Date.UTC(2026, 2, 25)],
  ['03/03/2026', Date.UTC(2026, 2, 3)],
])('%s can be only one day', (text, from) => {
  expect(readTimeSpan(text)?.from).toBe(from);
});

test.each([
  ['2026-03-04T10:30:00Z', MARCH_4 + 10.5 * 3_600_000],
  ['2026-03-04 10:30', MARCH_4 + 10.5 * 3_600_000],
  ['2026-03-04T10:30:00.250+02:00', MARCH_4 + 8.5 * 3_600_000 + 250],
  ['2026-03-04T10:30+0200', MARCH_4 + 8.5 * 3_600_000],
])('%s is an instant', (text, from) => {
  expect(readTimeSpan(text)).toEqual({ from, until: from + 1 });
});

test.each([
  '',
  '2026',
  '03/04/2026',
  '2026-02-30',
  '31.02.2026',
  '2026-13-01',
  '2026-02-30T10:00',
  '2026-03-04T25:00',
  '12,50',
  'tomorrow',
])('"%s" is neither', (text) => {
  expect(readTimeSpan(text)).toBeNull();
});
