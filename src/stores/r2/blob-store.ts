import type { BlobStore, ParsedPart, PhaseOutput, WindowOutput } from '../../jobs/blob-port';
import type { Clock } from '../../jobs/ports';
import { type JobRequest, PLAIN_READING } from '../../jobs/request';
import {
  asideKey,
  asidePrefix,
  contentKey,
  fileKey,
  jobPrefix,
  outputKey,
  parsedKey,
  parsedPrefix,
  requestKey,
  windowKey,
} from './keys';

/** Most keys one R2 `delete` takes. */
const DELETE_BATCH = 1000;

/** Beside a part of a parsed document: what is known of it without reading it. */
const PART = 'part';

/** How long ago a parsed document may have been written that is read, in milliseconds, until it is written anew: what was used last is told by that. */
const FRESH_FOR_MS = 24 * 60 * 60_000;

/** Bytes, parsed documents, requests and results in one bucket. Without a clock it is not noted when something was used. */
export function createR2BlobStore(bucket: R2Bucket, clock: Clock | null = null): BlobStore {
  const putJson = async (key: string, value: unknown) => {
    await bucket.put(key, JSON.stringify(value), { httpMetadata: { contentType: 'application/json' } });
  };
  const getBytes = async (key: string) => {
    const object = await bucket.get(key);
    return object === null ? null : new Uint8Array(await object.arrayBuffer());
  };
  /** Of whichever removal; another of them may end in between. */
  const getAside = async (prefix: string) => {
    for (const { key } of (await bucket.list({ prefix })).objects) {
      const bytes = await getBytes(key);
      if (bytes !== null) return bytes;
    }
    return null;
  };
  const getText = async (key: string) => (await bucket.get(key))?.text() ?? null;

  const deletePrefix = async (prefix: string) => {
    for (;;) {
      const { objects, truncated } = await bucket.list({ prefix, limit: DELETE_BATCH });
      if (objects.length > 0) await bucket.delete(objects.map((object) => object.key));
      if (!truncated) return;
    }
  };

  /** What was deleted in between stays so, and a reader who has the text is not stopped by a write that fails. */
  const noteUsed = async ({ key, etag, customMetadata = {} }: R2Object, json: string) => {
    await bucket.put(key, json, { customMetadata, onlyIf: { etagMatches: etag } }).catch(() => null);
  };

  return {
    async putContent(accountId, sha256, bytes) {
      const key = contentKey(accountId, sha256);
      if ((await bucket.head(key)) === null) await bucket.put(key, bytes);
    },
    async getContent(accountId, sha256) {
      const key = contentKey(accountId, sha256);
      // Once more, since they may have been put back in between.
      return (await getBytes(key)) ?? (await getAside(asidePrefix(accountId, sha256))) ?? getBytes(key);
    },
    hasContent: async (accountId, sha256) => (await bucket.head(contentKey(accountId, sha256))) !== null,
    async deleteContent(accountId, sha256) {
      await bucket.delete(contentKey(accountId, sha256));
      await deletePrefix(parsedPrefix(accountId, sha256));
    },
    deleteParsed: (accountId, sha256) => deletePrefix(parsedPrefix(accountId, sha256)),
    async setAside(removal, bytes) {
      await bucket.put(asideKey(removal), bytes);
    },
    async deleteAside(removal) {
      await bucket.delete(asideKey(removal));
    },
    async putParsed(ref, { json, ...facts }) {
      await bucket.put(parsedKey(ref), json, { customMetadata: { [PART]: JSON.stringify(facts) } });
    },
    async getParsed(ref) {
      const object = await bucket.get(parsedKey(ref));
      const facts = stored<Omit<ParsedPart, 'json'>>(object?.customMetadata?.[PART] ?? null);
      if (object === null || facts === null) return null;
      const json = await object.text();
      if (clock !== null && clock() - object.uploaded.getTime() > FRESH_FOR_MS) await noteUsed(object, json);
      return { ...facts, json };
    },
    putRequest: (ref, request) => putJson(requestKey(ref), request),
    async getRequest(ref) {
      const request = stored<StoredRequest>(await getText(requestKey(ref)));
      return (
        request && {
          asked: null,
          assignment: { operation: 'extract' },
          ...request,
          options: { ...PLAIN_READING, ...request.options },
        }
      );
    },
    putOutput: (ref, output) => putJson(outputKey(ref), output),
    getOutput: async (ref) => stored<PhaseOutput>(await getText(outputKey(ref))),
    async putFile(ref, bytes) {
      await bucket.put(fileKey(ref), bytes);
    },
    getFile: (ref) => getBytes(fileKey(ref)),
    putWindow: (ref, output) => putJson(windowKey(ref), output),
    getWindow: async (ref) => stored<WindowOutput>(await getText(windowKey(ref))),
    deleteJob: (ref) => deletePrefix(jobPrefix(ref)),
  };
}

/** Requests stored before there were more options and operations, and before dialects could leave words of their own. */
type StoredRequest = Omit<JobRequest, 'asked' | 'assignment' | 'options'> & {
  readonly assignment?: JobRequest['assignment'];
  readonly asked?: JobRequest['asked'];
  readonly options: Partial<JobRequest['options']>;
};

/** Only what this store wrote under its own keys is read back, so its shape is known. */
const stored = <Shape>(text: string | null): Shape | null => (text === null ? null : (JSON.parse(text) as Shape));
