import type { BlobWalk } from '../../jobs/retention/retention-ports';
import { ACCOUNTS, accountPrefix, jobIdOf, jobPrefix, jobsPrefix, ownerOf } from './keys';

/** Most keys that one R2 `list` gives and one `delete` takes. */
const AT_ONCE = 1_000;

/** The bucket as whoever clears away sees it. */
export const createR2BlobWalk = (bucket: R2Bucket): BlobWalk => ({
  async page(after) {
    const start = after === null ? {} : { startAfter: after };
    const { objects, truncated } = await bucket.list({ prefix: ACCOUNTS, limit: AT_ONCE, ...start });
    const blobs = objects.map(({ key, size, uploaded }) => ({
      name: key,
      owner: ownerOf(key),
      sizeBytes: size,
      storedAt: uploaded.getTime(),
    }));
    return { blobs, isLast: !truncated };
  },
  async remove(names) {
    for (let start = 0; start < names.length; start += AT_ONCE)
      await bucket.delete(names.slice(start, start + AT_ONCE));
  },
  async jobsOf(accountId, after) {
    const prefix = jobsPrefix(accountId);
    // Behind all that the last job has: nothing in a name sorts behind this character.
    const start = after === null ? {} : { startAfter: `${jobPrefix({ accountId, jobId: after })}\uffff` };
    const { delimitedPrefixes } = await bucket.list({ prefix, delimiter: '/', limit: AT_ONCE, ...start });
    return delimitedPrefixes.map(jobIdOf);
  },
  async removeOf(accountId) {
    const { objects } = await bucket.list({ prefix: accountPrefix(accountId), limit: AT_ONCE });
    if (objects.length > 0) await bucket.delete(objects.map(({ key }) => key));
    return objects.length;
  },
});
