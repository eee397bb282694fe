import { describe, expect, it } from 'vitest';
import type { ParseError } from '../../../src/parsers/parse-error';
import { isSupported, parseDocument } from '../../../src/parsers/registry';
import { bytesOf } from './outline';

async function refusal(bytes: Uint8Array, filename: string): Promise<{ code: string; message: string }> {
  const error = await parseDocument(bytes, { filename, pages: null }).then(
    () => null,
    (reason: ParseError) => reason,
  );
  return { code: error?.code ?? 'none', message: error?.message ?? 'parsed after all' };
}

describe('parseDocument', () => {
  it('refuses an empty file', async () => {
    expect(await refusal(bytesOf(''), 'a.pdf')).toEqual({
      code: 'document-unreadable',
      message: 'this file is empty (0 bytes)',
    });
  });

  it('says what a file without a parser is and what to send instead', async () => {
    const program = Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff]);
    expect(await refusal(program, 'setup.exe')).toEqual({
      code: 'unsupported-document',
      message:
        'this file is a program or unknown binary data (application/octet-stream): send a PDF, an image, an Office file, text, mail or data',
    });
    const photo = new TextEncoder().encode('\0\0\0\x18ftypheic\0\0\0\0mif1heic');
    expect((await refusal(photo, 'invoice.pdf')).code).toBe('unsupported-document');
  });

  it('refuses what is cut off', async () => {
    const cut: readonly (readonly [string, string])[] = [
      ['a.json', '{"invoice": {"total": 12.'],
      ['a.xml', '<?xml version="1.0"?><Invoice><ID>1</ID><Total>12'],
    ];
    for (const [filename, text] of cut) {
      expect((await refusal(bytesOf(text), filename)).message).toMatch(/truncated or not well-formed/);
    }
  });

  it('parses by the bytes where the name lies', async () => {
    const document = await parseDocument(bytesOf('{"a": 1}'), { filename: 'a.pdf', pages: null });
    expect(document.mediaType).toBe('application/json');
  });

  it('knows which types it has a parser for', () => {
    expect(['application/pdf', 'text/csv', 'image/heic', 'toString'].map(isSupported)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
