import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/parsers/registry';

/** Base64 `data:` URLs by path. */
const PDFS: Readonly<Record<string, string>> = import.meta.glob('../../documents/layout/*.pdf', {
  query: '?inline',
  import: 'default',
  eager: true,
});
/** What a careful reader writes down. */
const MARKDOWN: Readonly<Record<string, string>> = import.meta.glob('../../documents/layout/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function bytesOf(dataUrl: string): Uint8Array {
  return Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (character) => character.charCodeAt(0));
}

const NAMES = Object.keys(PDFS).map((path) => path.replace(/^.*\/|\.pdf$/g, ''));

describe('the Markdown of a printed page', () => {
  it('is compared with ten expectations', () => {
    expect(NAMES).toHaveLength(10);
    expect(Object.keys(MARKDOWN)).toHaveLength(10);
  });

  it.each(NAMES)('is what a careful reader writes down: %s', async (name) => {
    const filename = `${name}.pdf`;
    const bytes = bytesOf(PDFS[`../../documents/layout/${filename}`] ?? '');
    const { markdown } = await parseDocument(bytes, { filename, pages: null });
    expect(`${markdown}\n`).toBe(MARKDOWN[`../../documents/layout/${name}.md`]);
  });
});
