import type { Network } from './network';
import type { Owner } from './scheduler';

interface Stored {
  readonly body: string | Uint8Array;
  readonly customMetadata: Record<string, string>;
}

/** The objects of a bucket; what the store does with them goes through the network. */
export class Bucket {
  readonly objects = new Map<string, Stored>();

  /** As the platform hands it to somebody. */
  for(owner: Owner, network: Network): R2Bucket {
    const { objects } = this;
    const call = <Value>(name: string, effect: () => Value) => network.store(owner, name, effect);
    return asBucket({
      put: (key: string, body: string | Uint8Array, options?: R2PutOptions) =>
        call(`put ${key}`, () => {
          objects.set(key, { body, customMetadata: options?.customMetadata ?? {} });
        }),
      get: (key: string) => call(`get ${key}`, () => opened(objects.get(key))),
      head: (key: string) => call(`head ${key}`, () => (objects.has(key) ? {} : null)),
      delete: (keys: string | readonly string[]) =>
        call(`delete ${keys}`, () => {
          for (const key of [keys].flat()) objects.delete(key);
        }),
      list: ({ prefix = '', limit = 1000 }: R2ListOptions) =>
        call(`list ${prefix}`, () => {
          const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
          return { objects: keys.slice(0, limit).map((key) => ({ key })), truncated: keys.length > limit };
        }),
    });
  }
}

function opened(stored: Stored | undefined) {
  if (stored === undefined) return null;
  const { body, customMetadata } = stored;
  const text = async () => (typeof body === 'string' ? body : new TextDecoder().decode(body));
  const arrayBuffer = async () => (typeof body === 'string' ? new TextEncoder().encode(body) : body.slice()).buffer;
  return { customMetadata, text, arrayBuffer };
}

/** The store uses no more of a bucket than this. */
const asBucket = (bucket: object): R2Bucket => bucket as R2Bucket;
