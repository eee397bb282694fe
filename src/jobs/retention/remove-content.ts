import type { Ports } from '../ports';
import type { ContentRef, Removal } from './retention-ports';

/**
 * Deletes bytes that no document has, and what was read of them; one that came while they were deleted keeps them. They are set
 * aside until that is known, and read from there meanwhile, so that one that is cut off here loses nothing: whoever goes
 * on with it (see `finishRemovals`) puts them back. Bytes that a document has stay.
 */
export async function removeContent(
  { blobs, upkeep }: Pick<Ports, 'blobs' | 'upkeep'>,
  removal: Removal,
): Promise<void> {
  const { accountId, sha256 } = removal;
  const isOwned = async () => (await upkeep.withoutDocument([{ accountId, sha256 }])).length === 0;
  const bytes = await blobs.getContent(accountId, sha256);
  if (!(await isOwned())) {
    // What has come since they were looked for could not be put back.
    if (bytes === null) await blobs.deleteParsed(accountId, sha256);
    else {
      await blobs.setAside(removal, bytes);
      await blobs.deleteContent(accountId, sha256);
    }
  }
  if (bytes !== null && (await isOwned())) await blobs.putContent(accountId, sha256, bytes);
  await blobs.deleteAside(removal);
}

/** The same for bytes whose removal nobody has noted: should it be cut off, it is gone on with. */
export async function removeStrayContent(
  ports: Pick<Ports, 'blobs' | 'upkeep' | 'clock' | 'ids'>,
  content: ContentRef,
): Promise<void> {
  const removal = { ...content, id: ports.ids() };
  await ports.upkeep.noteRemoval(removal, ports.clock());
  await removeContent(ports, removal);
  await ports.upkeep.forgetRemoval(removal);
}
