import { describe, expect, it } from 'vitest';
import { ParseError } from '../../../src/parsers/parse-error';
import { parseDocument } from '../../../src/parsers/registry';
import { bytesOf } from './outline';

/** Characters of a line; looking at each pair of them would take minutes. */
const LENGTH = 200_000;
const line = (text: string): string => text.repeat(LENGTH / text.length);

describe('A line of nothing but marks', () => {
  const cases: readonly (readonly [filename: string, text: string])[] = [
    ['brackets.md', `# a\n- ${line('[')}`],
    ['pictures.md', `# a\n- ${line('![](')}`],
    ['stars.md', `# a\n- ${line('**a ')}`],
    ['quotes.csv', line('"')],
    ['markup.html', `<!doctype html>${line('<')}`],
    ['turns.svg', `<svg><text transform="${line('rotate( ')}">a</text></svg>`],
    ['comments.svg', `${line('<!-- -->')}<svg><text>a</text></svg>`],
    ['names.eml', `From: a@b.example\r\nTo: ${line('"a" <a@b.example>, ')}\r\nSubject: x\r\n\r\nHello`],
    ['brackets.yaml', `a: ${line('[')}`],
  ];
  it.each(cases)('is read or refused: %s', { timeout: 10_000 }, async (filename, text) => {
    const outcome = await parseDocument(bytesOf(text), { filename, pages: null }).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ParseError);
    else expect(outcome).toHaveProperty('pages');
  });
});
