import { describe, expect, test } from 'vitest';
import { toFilenameTest } from '../../../../src/http/retab/filename-pattern';
import { JobError } from '../../../../src/jobs/errors';
import { seededRandom } from '../../../support/random';

const matchOf = (pattern: string) => {
  const { filenameMatches } = toFilenameTest(pattern);
  if (filenameMatches === undefined) throw new Error(`${pattern} is no pattern`);
  return filenameMatches;
};

describe('text that is no pattern', () => {
  test.each([
    ['invoice', 'invoice'],
    ['  offer 7.pdf ', 'offer 7.pdf'],
    ['Mahnung (2).pdf', 'Mahnung (2).pdf'],
    ['Übersicht-März', 'Übersicht-März'],
    ['a,b;c/d', 'a,b;c/d'],
    ['^invoice', 'invoice'],
  ])('"%s" is what the name begins with', (given, filenamePrefix) => {
    expect(toFilenameTest(given)).toEqual({ filenamePrefix });
  });

  test.each(['', '   '])('"%s" filters nothing', (given) => {
    expect(toFilenameTest(given)).toEqual({});
  });
});

describe('a pattern', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['^invoice_\\d\\d\\d\\d', ['invoice_2026.pdf', 'invoice_0001'], ['invoice_26.pdf', 'an invoice_2026.pdf']],
    ['^[a-c]\\.pdf$', ['a.pdf', 'c.pdf'], ['d.pdf', 'a.pdf.txt', 'aXpdf']],
    ['^(offer|bid)-', ['offer-1', 'bid-2'], ['rebid-3', 'offer']],
    ['^a\\+b\\$', ['a+b$.txt'], ['ab', 'a+b']],
    ['^.\\w\\w', ['a_1'], ['a-']],
    ['^', ['', 'anything'], []],
    ['^x|y', ['xa', 'ya'], ['zy']],
  ])('%s looks at the beginning of the name', (pattern, matching, others) => {
    const matches = matchOf(pattern);
    expect(matching.filter((name) => !matches(name))).toEqual([]);
    expect(others.filter(matches)).toEqual([]);
  });

  test.each([
    ['.*', 'a pattern must start with ^; plain text is taken as a prefix'],
    ['(a|b)*$', 'a pattern must start with ^; plain text is taken as a prefix'],
    ['^a*', '* repeats, which is not taken; write \\* for the sign itself'],
    ['^a+b', '+ repeats, which is not taken; write \\+ for the sign itself'],
    ['^a?', '? repeats, which is not taken; write \\? for the sign itself'],
    ['^a{2}', '{ repeats, which is not taken; write \\{ for the sign itself'],
    ['^(?i)a', '(? begins a group with options, which is not taken'],
    ['^(?=a)', '(? begins a group with options, which is not taken'],
    ['^(a)\\1', '\\1 refers back, which is not taken'],
    ['^a$b', '$ stands only at the end; write \\$ for the sign itself'],
    ['^[a', 'not a valid pattern'],
    ['^(a', 'not a valid pattern'],
    ['^a)', 'not a valid pattern'],
    ['^a\\', 'not a valid pattern'],
    ['x'.repeat(257), 'longer than 256 characters'],
  ])('%s is refused', (pattern, problem) => {
    expect(() => toFilenameTest(pattern)).toThrow(
      new JobError('invalid-request', `filename_regex: ${problem}`, { field: 'filename_regex' }),
    );
  });

  test('that means harm is refused, or answers at once for the longest name', () => {
    const random = seededRandom(11);
    const pieces = [
      '(a|aa)',
      '(a*)*',
      '(a+)+$',
      '[^b]',
      '\\w',
      '.',
      '(?=a)',
      '\\1',
      '((((',
      'a|a|a',
      '\\d{9}',
      '^',
      '$',
    ];
    const pick = () => pieces[Math.floor(random() * pieces.length)] ?? '';
    const patterns = Array.from({ length: 100 }, () => `^${Array.from({ length: 30 }, pick).join('')}`.slice(0, 256));
    // Allowed by the rules, and a catastrophe for an engine that goes back.
    patterns.push(`^${'(a|aa|.)'.repeat(30)}$`, `^${'(.|a|\\w)'.repeat(30)}b`);
    const name = 'a'.repeat(500);
    const before = performance.now();
    const outcomes = patterns.map((pattern) => {
      try {
        return typeof matchOf(pattern)(name);
      } catch (error) {
        return error instanceof JobError ? error.code : error;
      }
    });
    expect(new Set(outcomes)).toEqual(new Set(['boolean', 'invalid-request']));
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
