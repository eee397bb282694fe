import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeCursor, readCursor } from '../../../src/http/cursor';

const anyText = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));

test('a cursor with any filename comes back as it went, in characters a URL takes as they are', () => {
  fc.assert(
    fc.property(fc.nat(), fc.uuid(), anyText, (createdAt, id, filename) => {
      const text = encodeCursor({ createdAt, id, filename });
      expect(text).toMatch(/^[\w-]+$/);
      expect(readCursor(text)).toEqual({ createdAt, id, filename });
    }),
    { numRuns: 50, endOnFailure: true },
  );
});

test('a cursor of a list that goes by time alone names no file', () => {
  expect(readCursor(encodeCursor({ createdAt: 1, id: 'a' }))).toEqual({ createdAt: 1, id: 'a' });
  expect(readCursor('nothing')).toBeNull();
});
