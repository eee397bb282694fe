import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from '../../../../src/http/talonic/cursor';
import { JobError } from '../../../../src/jobs/errors';

test('a cursor comes back as it went, in characters a URL takes as they are', () => {
  fc.assert(
    fc.property(fc.nat(), fc.uuid(), (createdAt, id) => {
      const text = encodeCursor({ createdAt, id });
      expect(text).toMatch(/^[\w-]+$/);
      expect(decodeCursor(text)).toEqual({ createdAt, id });
    }),
  );
});

test('anything else is refused as a bad request', () => {
  const refused = (text: string): boolean => {
    try {
      decodeCursor(text);
      return false;
    } catch (error) {
      return error instanceof JobError && error.code === 'invalid-request';
    }
  };
  fc.assert(fc.property(fc.string(), refused));
  const inside = (value: unknown) => btoa(JSON.stringify(value));
  for (const value of [null, [], {}, { createdAt: '1', id: 'a' }, { createdAt: 1.5, id: 'a' }, { createdAt: 1 }]) {
    expect(refused(inside(value))).toBe(true);
  }
  expect(refused('é')).toBe(true);
});
