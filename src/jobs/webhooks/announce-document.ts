import { derivedId } from '../derived-id';
import type { Ports } from '../ports';
import type { DocumentRecord } from '../records';
import { handOver } from './hand-over';

/**
 * Tells that a document is there. The same one again tells nobody who was told lately, so whoever was cut off in between may
 * simply come again. Throws `storage-unavailable`.
 */
export async function announceDocument(ports: Ports, document: DocumentRecord): Promise<void> {
  const { accountId, createdAt } = document;
  const id = await derivedId(JSON.stringify(['announcement', accountId, document.id, 'document.stored']));
  await handOver(ports, accountId, [], [{ kind: 'document.stored', id, accountId, at: createdAt, document }]);
}
