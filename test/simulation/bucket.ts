import type { EpochMs } from '../../src/jobs/job';
import type { Network } from './network';
import type { Owner } from './scheduler';

interface Stored {
  readonly body: string | Uint8Array;
  readonly customMetadata: Record<string, string>;
  readonly uploadedAt: EpochMs;
  /** Who wrote it; null: it was there before. */
  readonly writer: Owner | null;
}

/** The objects of a bucket; what the store does with them goes through the network. */
export class Bucket {
  readonly objects = new Map<string, Stored>();
  /** Told of every object that somebody else has written before. */
  onOverwritten: ((key: string) => void) | null = null;

  /** As the platform hands it to somebody. */
  for(owner: Owner, network: Network): R2Bucket {
    const { objects } = this;
    const call = <Value>(name: string, effect: () => Value) => network.store(owner, name, effect);
    return asBucket({
      put: (key: string, body: string | Uint8Array, options?: R2PutOptions) =>
        call(`put ${key}`, () => {
          const { customMetadata = {} } = options ?? {};
          const before = objects.get(key);
          if (before !== undefined && before.writer !== owner) this.onOverwritten?.(key);
          objects.set(key, { body, customMetadata, uploadedAt: network.scheduler.now, writer: owner });
        }),
      get: (key: string) => call(`get ${key}`, () => opened(objects.get(key))),
      head: (key: string) => call(`head ${key}`, () => (objects.has(key) ? {} : null)),
      delete: (keys: string | readonly string[]) =>
        call(`delete ${keys}`, () => {
          for (const key of [keys].flat()) objects.delete(key);
        }),
      list: ({ prefix = '', limit = 1000, startAfter = '', delimiter }: R2ListOptions) =>
        call(`list ${prefix}`, () => {
          const found = [...objects].filter(([key]) => key.startsWith(prefix) && key > startAfter).sort(byKey);
          if (delimiter !== undefined) {
            const folders = new Set(found.map(([key]) => key.slice(0, key.indexOf(delimiter, prefix.length) + 1)));
            return { objects: [], truncated: false, delimitedPrefixes: [...folders] };
          }
          return { objects: found.slice(0, limit).map(listed), truncated: found.length > limit };
        }),
    });
  }
}

const byKey = ([one]: readonly [string, Stored], [other]: readonly [string, Stored]): number => (one < other ? -1 : 1);

const listed = ([key, { body, uploadedAt }]: readonly [string, Stored]) => ({
  key,
  size: body.length,
  uploaded: new Date(uploadedAt),
});

function opened(stored: Stored | undefined) {
  if (stored === undefined) return null;
  const { body, customMetadata, uploadedAt } = stored;
  const text = async () => (typeof body === 'string' ? body : new TextDecoder().decode(body));
  const arrayBuffer = async () => (typeof body === 'string' ? new TextEncoder().encode(body) : body.slice()).buffer;
  return { customMetadata, uploaded: new Date(uploadedAt), text, arrayBuffer };
}

/** The store uses no more of a bucket than this. */
const asBucket = (bucket: object): R2Bucket => bucket as R2Bucket;
