import type { ProducedFile } from '../../jobs/product';

/** A PDF made of a document: "lease.pdf" filled in is "lease-filled.pdf". */
export const producedPdf = (filename: string, how: 'annotated' | 'filled', bytes: Uint8Array): ProducedFile => ({
  name: `${filename.replace(/\.pdf$/i, '')}-${how}.pdf`,
  mediaType: 'application/pdf',
  sizeBytes: bytes.length,
});
