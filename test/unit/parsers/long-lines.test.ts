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
    ['headings.md', `# ${line('\t')}!\n# ${line('\t')}!#`],
    ['rules of tables.md', `a|b\n${line('\t')}--${line('\t')}:--`],
    ['front matter.md', `---\na:\t${line('\t')}!\n---\n`],
    ['rules of tables.unknown', `${line('\t')}---|---${line('\t')}---`],
    ['frames.svg', `${'<svg '.repeat(LENGTH)}<svg><text>a</text></svg>`],
  ];
  it.each(cases)('is read or refused: %s', { timeout: 10_000 }, async (filename, text) => {
    const outcome = await parseDocument(bytesOf(text), { filename, pages: null }).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ParseError);
    else expect(outcome).toHaveProperty('pages');
  });
});

/** As many as a file of a megabyte or two may hold: work that grows with their square takes minutes. */
const MANY = 300_000;

describe('More than anybody writes', () => {
  const outcomeOf = async (filename: string, text: string): Promise<unknown> =>
    parseDocument(bytesOf(text), { filename, pages: null }).then(
      ({ mediaType }) => mediaType,
      (error: unknown) => (error instanceof ParseError ? error.message : error),
    );
  const tooMany = 'this document has too many values, nested too deep; send it in pieces';
  const tooDeep =
    'this HTML has hundreds of elements that are never closed, with too many tags inside them; close them and send it again';
  const cases: readonly (readonly [what: string, filename: string, text: string, outcome: string])[] = [
    [
      'document types',
      'a.xml',
      `${'<!DOCTYPE a ['.repeat(MANY / 10)}<a/>`,
      'this XML is truncated or not well-formed: no root element',
    ],
    [
      'attributes',
      'a.xml',
      `<a ${Array.from({ length: MANY }, (_, n) => `a${n}="1"`).join(' ')}/>`,
      'this XML is truncated or not well-formed: an element with more than 1000 attributes',
    ],
    ['values deep down', 'a.xml', `${'<a>'.repeat(190)}${'<b>1</b>'.repeat(50_000)}${'</a>'.repeat(190)}`, tooMany],
    ['values of a list', 'a.json', JSON.stringify(Array.from({ length: MANY }, () => 'x')), tooMany],
    ['keys', 'a.yaml', Array.from({ length: 30_000 }, (_, n) => `k${n}: v`).join('\n'), 'application/yaml'],
    ['elements never closed', 'a.html', `<!doctype html>${'<p><b><i>'.repeat(MANY)}`, tooDeep],
    ['tables inside each other', 'a.html', `<!doctype html>${'<table><tr><td>'.repeat(MANY / 3)}`, tooDeep],
    [
      'columns of one row',
      'a.html',
      `<!doctype html><table><tr>${'<td>1'.repeat(20_000)}${'<tr><td>2'.repeat(1000)}`,
      'text/html',
    ],
    [
      'parts of a mail',
      'a.eml',
      `From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n${'--X\r\n\r\n'.repeat(MANY)}`,
      'this e-mail has more than 1000 parts; save its text and attachments and send them',
    ],
    ['letters without a space', 'a.txt', 'ab'.repeat(900_000), 'text/plain'],
  ];
  it.each(cases)('is read or refused in time: %s', { timeout: 10_000 }, async (_, filename, text, outcome) => {
    expect(await outcomeOf(filename, text)).toBe(outcome);
  });

  it('has no key twice', async () => {
    const twice = 'this YAML has the key "a" twice in one place';
    expect(await outcomeOf('a.yaml', 'a: 1\nb: 2\na: 3\n')).toBe(twice);
    expect(await outcomeOf('a.yaml', 'a: {b: 1}\nb: {b: 2}\n')).toBe('application/yaml');
  });
});
