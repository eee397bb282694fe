import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { pdfObjects } from '../../../src/parsers/pdf/pdf-objects';
import { Reference } from '../../../src/parsers/pdf/pdf-values';
import { streamContent } from '../../../src/parsers/pdf/stream-content';

type Algorithm = NonNullable<Parameters<PDFDocument['encrypt']>[0]['algorithm']>;

/** The files made here have fewer objects. */
const MAX_NUMBER = 30;

async function lockedPdf(algorithm: Algorithm, userPassword: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage().drawText('Total: 12.50', { font });
  await pdf.encrypt({ ownerPassword: 'owner', userPassword, permissions: {}, algorithm, allowWeakCryptography: true });
  return pdf.save({ useObjectStreams: false });
}

/** What the streams of a file hold, one behind the other. */
async function instructionsOf(bytes: Uint8Array): Promise<string> {
  const objects = await pdfObjects(bytes);
  const numbers = Array.from({ length: MAX_NUMBER }, (_, index) => index + 1);
  const streams = numbers.flatMap((number) => objects.streamOf(new Reference(number)) ?? []);
  const contents = await Promise.all(streams.map((stream) => streamContent(objects, stream, 10_000)));
  return contents.map((content) => (typeof content === 'string' ? content : new TextDecoder().decode(content))).join();
}

describe('a locked PDF', () => {
  it.each([
    ['RC4-40', '/V 1'],
    ['RC4-128', '/V 2'],
    ['AES-128', '/V 4'],
    ['AES-256', '/V 5'],
  ] as const)('is looked through where it opens without a password: %s', async (algorithm, way) => {
    const bytes = await lockedPdf(algorithm, '');
    expect(new TextDecoder('latin1').decode(bytes)).toContain(way);
    expect(await instructionsOf(bytes)).toMatch(/BT[\s\S]*Tj/);
  });

  it('is refused where it needs one', async () => {
    await expect(instructionsOf(await lockedPdf('AES-128', 'secret'))).rejects.toMatchObject({
      code: 'document-unreadable',
      message: 'this PDF is encrypted and needs a password; remove the password',
    });
  });
});
