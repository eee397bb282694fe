import type { Ports } from '../ports';
import type { ContentRef } from './retention-ports';

/**
 * Deletes bytes that no document has, and what was read of them; also one that came while they were deleted keeps them:
 * whoever stores a document stores its bytes again after its row (see `storeDocument`). Bytes that a document has stay.
 */
export async function removeContent(
  { blobs, upkeep }: Pick<Ports, 'blobs' | 'upkeep'>,
  { accountId, sha256 }: ContentRef,
): Promise<void> {
  const isOwned = async () => (await upkeep.withoutDocument([{ accountId, sha256 }])).length === 0;
  if (await isOwned()) return;
  const bytes = await blobs.getContent(accountId, sha256);
  await blobs.deleteContent(accountId, sha256);
  if (bytes !== null && (await isOwned())) await blobs.putContent(accountId, sha256, bytes);
}
