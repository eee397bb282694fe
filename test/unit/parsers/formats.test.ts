import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_TYPES } from '../../../src/http/retab/document-types';
import { FORMATS } from '../../../src/parsers/formats';
import { isSupported } from '../../../src/parsers/registry';
import { unsupportedAdvice } from '../../../src/parsers/unsupported';

const readme = readFileSync(new URL('../../../README.md', import.meta.url).pathname, 'utf8');

/** The table that README has under "Documents it reads": a row for all extensions of which the same is to be said. */
const table = (): string => {
  const rows = new Map<string, string[]>();
  const known = [...FORMATS].sort((a, b) => Number(isSupported(b.mediaType)) - Number(isSupported(a.mediaType)));
  for (const { extensions, mediaType, reads } of known) {
    const text = isSupported(mediaType) ? reads : `refused: ${unsupportedAdvice(mediaType)}`;
    rows.set(text, [...(rows.get(text) ?? []), ...extensions]);
  }
  const lines = [...rows].map(([text, extensions]) => `| ${extensions.join(' ')} | ${text} |`);
  return ['| files | what is read |', '| --- | --- |', ...lines, ''].join('\n');
};

describe('The catalogue of formats', () => {
  it('is the table of README', () => {
    const start = readme.indexOf('| files | what is read |');
    const end = readme.indexOf('\n\n', start);
    expect(readme.slice(start, end + 1)).toBe(table());
  });

  it('has every type of document that a list can be filtered by', () => {
    const known: readonly string[] = FORMATS.flatMap(({ extensions }) => extensions);
    expect(DOCUMENT_TYPES.filter((type) => !known.includes(type))).toEqual([]);
  });

  it('has every extension and every media type once', () => {
    const extensions = FORMATS.flatMap((format) => format.extensions);
    const types = FORMATS.map(({ mediaType }) => mediaType);
    expect([new Set(extensions).size, new Set(types).size]).toEqual([extensions.length, types.length]);
  });
});
