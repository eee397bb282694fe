/** Every limit of what is read of a document, set low and passed by one. */
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { createPorts } from '../../../src/bindings';
import type { LimitVars } from '../../../src/jobs/limits';
import { invoicePdf } from '../../support/documents';
import { storedZip } from '../../support/stored-zip';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const zip = (...files: readonly (readonly [string, Uint8Array])[]) => storedZip(files);
const packed = (levels: number): Uint8Array =>
  levels === 0 ? bytesOf('Invoice number: A-1') : zip([levels === 1 ? 'a.txt' : 'a.zip', packed(levels - 1)]);

/** The first part of what the reader makes of it. */
async function read(vars: LimitVars, filename: string, bytes: Uint8Array): Promise<string> {
  const { reader } = createPorts({ ...env, ...vars });
  for await (const { json } of reader.parse(bytes, filename, null, 1)) return json;
  return '';
}

describe('past a limit', () => {
  test('PDF_PAGES: the document cannot be read', async () => {
    const { bytes } = await invoicePdf(1, 3);
    const reading = read({ PDF_PAGES: '2' }, 'a.pdf', bytes);
    await expect(reading).rejects.toMatchObject({ code: 'document-unreadable' });
    await expect(reading).rejects.toThrow('a.pdf: this PDF has 3 pages; at most 2 are read');
    expect(await read({ PDF_PAGES: '3' }, 'a.pdf', bytes)).toContain('T-0001');
  });

  const CASES: [vars: LimitVars, bytes: Uint8Array, message: string][] = [
    [{ FILES_INSIDE: '1' }, packed(2), 'no more than 1 files,'],
    [
      { FILES_INSIDE_MIB: '1' },
      zip(['a.txt', bytesOf('x'.repeat(1024 * 1024 + 1))]),
      '1048576 bytes inside one document',
    ],
    [{ FILES_INSIDE_DEPTH: '1' }, packed(2), 'it lies deeper than 1 files inside one another'],
  ];
  test.each(CASES)('%j: an archive in which nothing could be read cannot be read', async (vars, bytes, message) => {
    const reading = read(vars, 'a.zip', bytes);
    await expect(reading).rejects.toMatchObject({ code: 'document-unreadable' });
    await expect(reading).rejects.toThrow(message);
    expect(await read({}, 'a.zip', bytes)).toContain('mediaType');
  });

  test('FILES_INSIDE: what was read before stays, and the rest is listed', async () => {
    const two = zip(['a.txt', bytesOf('Invoice number: A-1')], ['b.txt', bytesOf('Invoice number: B-2')]);
    const json = await read({ FILES_INSIDE: '1' }, 'a.zip', two);
    expect([json.includes('A-1'), json.includes('B-2')]).toEqual([true, false]);
    expect(JSON.parse(json)).toMatchObject({ properties: { unread: 'b.txt' } });
  });
});
