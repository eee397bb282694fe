import type { Ports } from './ports';
import type { Caller, DocumentRecord } from './records';
import { type DocumentTraits, type StoreDocument, storeDocument } from './store-document';

/** From this size on memory is given back by itself: smaller ones may be pieces of a memory that others share. In bytes. */
const WORTH_GIVING_BACK = 1024 * 1024;

/**
 * As `storeDocument`, of bytes that came with a request and are read by nobody afterwards: their memory is given back at
 * once. It would lie there until garbage is collected, and the job begins to read the document now.
 */
export async function storeSent(
  ports: Ports,
  caller: Pick<Caller, 'accountId'>,
  file: StoreDocument,
  traits?: DocumentTraits,
): Promise<DocumentRecord> {
  const document = await storeDocument(ports, caller, file, traits);
  const { buffer } = file.bytes;
  if (buffer instanceof ArrayBuffer && buffer.byteLength >= WORTH_GIVING_BACK) buffer.transfer(0);
  return document;
}
