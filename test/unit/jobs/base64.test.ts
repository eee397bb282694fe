import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64, isCanonical, toBase64 } from '../../../src/jobs/base64';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('base64', () => {
  test.each([
    ['', ''],
    ['a', 'YQ=='],
    ['ab', 'YWI='],
    ['abc', 'YWJj'],
    ['Grüße', 'R3LDvMOfZQ=='],
  ])('of "%s" is "%s"', (text, encoded) => {
    expect(toBase64(bytesOf(text))).toBe(encoded);
    expect(fromBase64(encoded)).toEqual(bytesOf(text));
  });

  test('of any bytes gives them back, also of more than one piece', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.constantFrom(1, 700), (bytes, times) => {
        const many = new Uint8Array(bytes.length * times);
        for (let index = 0; index < times; index += 1) many.set(bytes, index * bytes.length);
        const encoded = toBase64(many);
        expect(fromBase64(encoded)).toEqual(many);
        expect(isCanonical(encoded, many)).toBe(true);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  test.each(['Y', 'YQ=', 'YW_-', 'a,b', '=', 'Grüße'])('does not say "%s"', (text) => {
    expect(fromBase64(text)).toBeNull();
  });

  test.each(['YQ', 'YR==', 'Y Q==', 'YWJj\n', 'YWJ jYQ', 'YQ \n'])(
    'in the spelling "%s" is read, but encoding would spell it otherwise',
    (text) => {
      const bytes = fromBase64(text);
      expect(bytes).not.toBeNull();
      expect(isCanonical(text, bytes ?? new Uint8Array())).toBe(false);
    },
  );
});
