import { RE2JS } from 're2js';
import { JobError } from '../../jobs/errors';
import type { JobFilter } from '../../jobs/job-filter';

/** The vendor's limit. */
const MAX_LENGTH = 256;

/** Nothing but letters, digits, spaces and what filenames are full of: meant as it is written, dots too. */
const PLAIN = /^[\p{L}\p{M}\p{N}_ .()-]*$/u;

/** Signs that mean something in a pattern. */
const SPECIAL = /[\\.+*?()|[\]{}^$]/;

/**
 * `filename_regex`: plain text is what the name begins with; anything else is a pattern anchored at the start, by the
 * vendor's rules free of quantifiers and groups with options, so that it only ever looks at the beginning. It runs in an
 * engine whose time is linear in the name. Throws `invalid-request` for what the rules or the engine refuse.
 */
export function toFilenameTest(given: string): Pick<JobFilter, 'filenamePrefix' | 'filenameMatches'> {
  const text = given.trim();
  if (text.length > MAX_LENGTH) throw refusal(`longer than ${MAX_LENGTH} characters`);
  if (text === '') return {};
  if (PLAIN.test(text) || !SPECIAL.test(text)) return { filenamePrefix: text };
  if (!text.startsWith('^')) throw refusal('a pattern must start with ^; plain text is taken as a prefix');
  const pattern = text.slice(1);
  if (pattern !== '' && !SPECIAL.test(pattern)) return { filenamePrefix: pattern };
  const wrong = brokenRule(pattern);
  if (wrong !== null) throw refusal(wrong);
  const compiled = compile(text);
  return { filenameMatches: (filename) => compiled.matcher(filename).lookingAt() };
}

/** What the vendor allows in no pattern; null: nothing wrong. */
function brokenRule(pattern: string): string | null {
  for (let index = 0; index < pattern.length; index += 1) {
    const sign = pattern.charAt(index);
    const next = pattern.charAt(index + 1);
    if (sign === '\\') {
      if (/[1-9k]/.test(next)) return `\\${next} refers back, which is not taken`;
      index += 1;
    } else if ('*+?{}'.includes(sign)) {
      return sign === '?' && pattern.charAt(index - 1) === '('
        ? '(? begins a group with options, which is not taken'
        : `${sign} repeats, which is not taken; write \\${sign} for the sign itself`;
    } else if (sign === '$' && next !== '') {
      return '$ stands only at the end; write \\$ for the sign itself';
    }
  }
  return null;
}

function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch {
    throw refusal('not a valid pattern');
  }
}

const refusal = (problem: string): JobError =>
  new JobError('invalid-request', `filename_regex: ${problem}`, { field: 'filename_regex' });
