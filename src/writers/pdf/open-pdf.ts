import { EncryptedPDFError, ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import { WriteError } from '../write-error';

/** A PDF to be written on. Throws `WriteError` for one that is encrypted or damaged. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    const pdf = await PDFDocument.load(bytes, { parseSpeed: ParseSpeeds.Fast, updateMetadata: false });
    // Damage to the tree of pages shows only when it is walked.
    if (pdf.getPageCount() === 0) throw new WriteError('this PDF has no pages');
    pdf.getPages();
    return pdf;
  } catch (error) {
    if (error instanceof WriteError) throw error;
    if (error instanceof EncryptedPDFError)
      throw new WriteError('this PDF is encrypted and cannot be written on; save it without a password');
    throw new WriteError('this PDF is damaged and cannot be written on; export it again from its source');
  }
}
