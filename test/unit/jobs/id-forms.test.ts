import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readId, shortJobId } from '../../../src/jobs/id-forms';

const UUID = '00000000-0000-4000-8000-00000000abcd';
const version4 = fc.uuid({ version: 4 });

describe('an id', () => {
  test('is read from each of its spellings, in any case', () => {
    fc.assert(
      fc.property(version4, fc.constantFrom('ext', 'cfg', 'prj', 'dfl', 'pjb', 'job'), (id, prefix) => {
        for (const spelt of [id, id.toUpperCase(), `${prefix}-${id}`, `${prefix.toUpperCase()}-${id}`, shortJobId(id)])
          expect(readId(spelt)).toBe(id);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  test('of any version is read as it is', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(readId(id)).toBe(id);
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });

  test.each([
    ['nothing', ''],
    ['a word', 'job'],
    ['a blank in front', ` ${UUID}`],
    ['a line behind', `${UUID}\n`],
    ['a digit too few', UUID.slice(1)],
    ['a digit too many', `0${UUID}`],
    ['a letter that is no digit', UUID.replace('a', 'g')],
    ['no hyphens', UUID.replaceAll('-', '')],
    ['a prefix without its hyphen', `ext${UUID}`],
    ['two prefixes', `ext-cfg-${UUID}`],
    ['a prefix of one letter', `e-${UUID}`],
    ['a prefix that is too long', `extra-${UUID}`],
    ['braces', `{${UUID}}`],
    ['a short id of 20 letters', `job_${'A'.repeat(20)}`],
    ['a short id of 22 letters', `job_${'A'.repeat(22)}`],
    ['a short id with another prefix', `run_${'A'.repeat(21)}`],
    ['a short id with a letter that is none', `job_${'A'.repeat(20)}+`],
    ['a short id with a prefix in front', `ext-job_${'A'.repeat(21)}`],
    ['a short id of more bits than an id has', `job_${'_'.repeat(21)}`],
  ])('is not spelt by %s', (_, text) => {
    expect(readId(text)).toBeNull();
  });
});

describe('a short id', () => {
  test('is 21 letters, digits, hyphens and underscores', () => {
    fc.assert(
      fc.property(version4, (id) => {
        expect(shortJobId(id)).toMatch(/^job_[\w-]{21}$/);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  test('is another one for another id, down to the last bit of each digit', () => {
    const ids = [...UUID].flatMap((digit, at) =>
      [1, 2, 4, 8].flatMap((bit) => {
        const other = (Number.parseInt(digit, 16) ^ bit).toString(16);
        const id = UUID.slice(0, at) + other + UUID.slice(at + 1);
        return /^[0-9a-f-]{14}4[0-9a-f-]{4}[89ab]/.test(id) && digit !== '-' ? [id] : [];
      }),
    );
    expect(ids).toHaveLength(122);
    expect(new Set([UUID, ...ids].map(shortJobId)).size).toBe(123);
  });

  test('spells an id whichever letters it has, and is spelt by it again', () => {
    const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
    // Four ids in each of the sixteen first letters: 126 bits hold 122.
    const letters = fc.tuple(fc.constantFrom(...'ABCD'), fc.array(letter, { minLength: 20, maxLength: 20 }));
    fc.assert(
      fc.property(letters, ([first, rest]) => {
        const short = `job_${first}${rest.join('')}`;
        expect(shortJobId(readId(short) ?? '')).toBe(short);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  test('is the same on every machine', () => {
    expect(shortJobId(UUID)).toBe('job_AAAAAAAAAAAAAAAAAAKvN');
  });
});
