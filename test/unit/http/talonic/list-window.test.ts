import { describe, expect, test } from 'vitest';
import { accept } from '../../../../src/http/door';
import { encodeCursor } from '../../../../src/http/talonic/cursor';
import { fromListing, Instant, ListQuery, toWindow } from '../../../../src/http/talonic/list-window';

const cursor = { createdAt: 5, id: 'a' };
const windowOf = (query: Record<string, string>) => toWindow(accept(ListQuery, query));

describe('the window of a list', () => {
  test.each([
    [{}, { limit: 20, after: null, order: 'desc', offset: 0 }],
    [{ limit: '7' }, { limit: 7, after: null, order: 'desc', offset: 0 }],
    [{ per_page: '5' }, { limit: 5, after: null, order: 'desc', offset: 0 }],
    [
      { per_page: '5', page: '3' },
      { limit: 5, after: null, order: 'desc', offset: 10 },
    ],
    [
      { limit: '7', per_page: '5' },
      { limit: 7, after: null, order: 'desc', offset: 0 },
    ],
    [{ limit: '5000' }, { limit: 100, after: null, order: 'desc', offset: 0 }],
    [
      { limit: '', page: '', cursor: '', order: '' },
      { limit: 20, after: null, order: 'desc', offset: 0 },
    ],
    [{ order: 'asc' }, { limit: 20, after: null, order: 'asc', offset: 0 }],
    [{ order: 'created_at:asc' }, { limit: 20, after: null, order: 'asc', offset: 0 }],
    [{ order: 'created_at:desc' }, { limit: 20, after: null, order: 'desc', offset: 0 }],
    [
      { cursor: encodeCursor(cursor), page: '3' },
      { limit: 20, after: cursor, order: 'desc', offset: 0 },
    ],
    [{ anything: 'else' }, { limit: 20, after: null, order: 'desc', offset: 0 }],
  ])('asked for with %o is %o', (query, window) => {
    expect(windowOf(query)).toEqual(window);
  });

  test.each([
    { limit: '0' },
    { limit: '-1' },
    { limit: '1.5' },
    { limit: 'ten' },
    { limit: '9'.repeat(12) },
    { page: '0' },
    { page: '10001' },
    { order: 'random' },
    { cursor: '%' },
  ])('cannot be asked for with %o', (query) => {
    expect(() => windowOf(query as Record<string, string>)).toThrow(
      expect.objectContaining({ code: 'invalid-request' }),
    );
  });

  test('tells where the next page starts', () => {
    expect(fromListing({ items: [1], total: 9, next: cursor }, 1)).toEqual({
      total: 9,
      limit: 1,
      has_more: true,
      next_cursor: encodeCursor(cursor),
    });
    expect(fromListing({ items: [], total: 0, next: null }, 20)).toEqual({
      total: 0,
      limit: 20,
      has_more: false,
      next_cursor: null,
    });
  });
});

describe('a time in a query', () => {
  test.each([
    ['2026-01-02', Date.UTC(2026, 0, 2)],
    ['2026-01-02T03:04:05.006Z', Date.UTC(2026, 0, 2, 3, 4, 5, 6)],
    ['2026-01-02T03:04:05+01:00', Date.UTC(2026, 0, 2, 2, 4, 5)],
    ['', null],
  ])('%s is %o', (text, time) => {
    expect(Instant.parse(text)).toBe(time);
  });

  test.each(['yesterday', '2026-13-01', '2026-02-30', '2026-01-01 or so', '2026-01-01T25:00', '01/02/2026', '5'])(
    '%s is none',
    (text) => {
      expect(Instant.safeParse(text).success).toBe(false);
    },
  );
});
