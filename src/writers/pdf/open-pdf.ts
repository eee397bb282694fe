import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFDict,
  PDFDocument,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
} from '@cantoo/pdf-lib';
import { WriteError } from '../write-error';
import { isPackedTooTight } from './packed-size';

const HOW = { parseSpeed: ParseSpeeds.Fast, updateMetadata: false } as const;
/** Bits of what an owner may allow everybody (ISO 32000-1, table 22): to change a file, to note on it, to fill it in. */
const MAY_WRITE = 0b1_0010_1000;

/**
 * A PDF to be written on. One that opens without a password is written without its encryption, as far as its owner allows
 * it to be filled in. Throws `WriteError` for one that is encrypted otherwise, or damaged.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  if (await isPackedTooTight(bytes))
    throw new WriteError('this PDF unpacks to more than can be written on; export it again from its source');
  try {
    const pdf = await PDFDocument.load(bytes, HOW);
    // Damage to the tree of pages shows only when it is walked.
    if (pdf.getPages().length === 0) throw new WriteError('this PDF has no pages, or is damaged');
    return pdf;
  } catch (error) {
    if (error instanceof WriteError) throw error;
    if (error instanceof EncryptedPDFError) return openEncrypted(bytes);
    throw new WriteError('this PDF is damaged and cannot be written on; export it again from its source');
  }
}

async function openEncrypted(bytes: Uint8Array): Promise<PDFDocument> {
  const { context } = await PDFDocument.load(bytes, { ...HOW, ignoreEncryption: true });
  const encryption = context.lookup(context.trailerInfo.Encrypt);
  const allowed = encryption instanceof PDFDict ? encryption.lookup(PDFName.of('P')) : undefined;
  const mayWrite = allowed instanceof PDFNumber && (allowed.asNumber() & MAY_WRITE) !== 0;
  try {
    const pdf = await PDFDocument.load(bytes, { ...HOW, password: '' });
    dropOldTables(pdf);
    if (mayWrite && pdf.getPages().length > 0) return pdf;
  } catch {
    throw new WriteError('this PDF is encrypted and needs a password; save it without one');
  }
  throw new WriteError('this PDF is encrypted and its owner does not allow to fill it in; ask for one that may be');
}

/** Tables of the file as it was are objects that cannot be decrypted, and would go on to say that it is encrypted. */
function dropOldTables({ context }: PDFDocument): void {
  for (const [ref, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFInvalidObject) context.delete(ref);
}
