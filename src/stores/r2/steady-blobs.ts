import type { BlobStore } from '../../jobs/blob-port';
import { outage, type Patience, saidIn, steadily } from '../../jobs/steadily';

/**
 * R2's own failures and its wish for fewer requests, by their codes (https://developers.cloudflare.com/r2/api/error-codes),
 * and a lost connection to it.
 */
const PASSING = /\((?:10001|10043|10054|10058)\)|Network connection lost|internal error/i;

const isPassing = (error: unknown): boolean => PASSING.test(saidIn(error));

/**
 * Blobs that are put, read and deleted again when the bucket did not answer: each of these may be done twice. Throws
 * `storage-unavailable` when it does not answer for longer.
 */
export function createSteadyBlobs(blobs: BlobStore, patience: Patience): BlobStore {
  const again =
    <Args extends readonly unknown[], Value>(method: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      try {
        return await steadily(() => method(...args), isPassing, patience);
      } catch (error) {
        throw isPassing(error) ? outage('The store of documents and results') : error;
      }
    };
  return {
    ...blobs,
    putContent: again(blobs.putContent),
    getContent: again(blobs.getContent),
    hasContent: again(blobs.hasContent),
    deleteContent: again(blobs.deleteContent),
    deleteParsed: again(blobs.deleteParsed),
    setAside: again(blobs.setAside),
    deleteAside: again(blobs.deleteAside),
    putParsed: again(blobs.putParsed),
    getParsed: again(blobs.getParsed),
    putRequest: again(blobs.putRequest),
    getRequest: again(blobs.getRequest),
    putOutput: again(blobs.putOutput),
    getOutput: again(blobs.getOutput),
    putFile: again(blobs.putFile),
    getFile: again(blobs.getFile),
    putWindow: again(blobs.putWindow),
    getWindow: again(blobs.getWindow),
    deleteJob: again(blobs.deleteJob),
  };
}
