import { getSource } from './get-source';
import type { Ports } from './ports';
import type { Caller, DocumentRecord } from './records';
import type { SourceRecord } from './source';
import { PLAIN_DOCUMENT, type StoreDocument, storeDocument } from './store-document';

export interface ReceiveFromSource extends Pick<DocumentRecord, 'batchId' | 'metadata'> {
  readonly sourceId: string;
  readonly file: StoreDocument;
}

export interface ReceivedFromSource {
  readonly source: SourceRecord;
  readonly document: DocumentRecord;
  /** The account has a document with this content already, and this is it: its source, batch and metadata stay as they are. */
  readonly isDuplicate: boolean;
}

/** Keeps a document that came through a source. Throws `not-found` and what `storeDocument` throws. */
export async function receiveFromSource(
  ports: Ports,
  caller: Caller,
  { sourceId, file, batchId, metadata }: ReceiveFromSource,
): Promise<ReceivedFromSource> {
  const source = await getSource(ports, caller, sourceId);
  const id = ports.ids();
  const document = await storeDocument(ports, caller, file, { ...PLAIN_DOCUMENT, id, sourceId, batchId, metadata });
  return { source, document, isDuplicate: document.id !== id };
}
