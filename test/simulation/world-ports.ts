import { type Limits, STANDARD_LIMITS } from '../../src/jobs/limits';
import type { Ports, WorkMessage } from '../../src/jobs/ports';
import { SCOPES } from '../../src/jobs/scope';
import type { DeliveryPolicy } from '../../src/jobs/webhooks/delivery-policy';
import { createGates } from '../../src/stores/durable/gates';
import { createOutboxes } from '../../src/stores/durable/outboxes';
import { createTurnstiles } from '../../src/stores/durable/turnstiles';
import { createWorkQueue } from '../../src/stores/queue/work-queue';
import { createR2BlobStore } from '../../src/stores/r2/blob-store';
import { createR2BlobWalk } from '../../src/stores/r2/blob-walk';
import type { Bucket } from './bucket';
import type { Database } from './database';
import type { GatesPlatform } from './gates-platform';
import type { MessageQueue } from './message-queue';
import type { Network } from './network';
import type { OutboxesPlatform } from './outboxes-platform';
import { createReader } from './reading';
import { ANNOUNCERS, type Receiver } from './receiver';
import type { Owner } from './scheduler';
import type { TurnstilesPlatform } from './turnstiles-platform';

export type Queues = Readonly<Record<'normal' | 'high' | 'dead' | 'parcels', MessageQueue>>;

/** What an operator of the service has set. */
export interface WorldSettings extends Pick<Limits, 'documentsAtOnce'> {
  readonly retentionMs: number;
  /** Of what was read of documents. */
  readonly parsedCacheBytes: number;
  readonly boot: string;
}

/** All that is there beside the code under test. */
export interface World {
  readonly network: Network;
  readonly bucket: Bucket;
  readonly database: Database;
  readonly gates: GatesPlatform;
  readonly outboxes: OutboxesPlatform;
  readonly turnstiles: TurnstilesPlatform;
  readonly receiver: Receiver;
  readonly queues: Queues;
  readonly ids: () => string;
  readonly settings: WorldSettings;
}

/** Strays go after this: longer than any request lasts here, over two jumps of the clock. */
export const SWEEP_GRACE_MS = 45 * 60_000;

/** The world as somebody in it reaches it. */
export function portsOf(world: World, owner: Owner): Ports {
  const { network, bucket, database, gates, outboxes, turnstiles, receiver, queues, ids } = world;
  const { documentsAtOnce, retentionMs, parsedCacheBytes, boot } = world.settings;
  const { scheduler, chance } = network;
  const pause = (ms: number) => new Promise<void>((resolve) => scheduler.after(ms, owner, resolve));
  const patience = { pause, random: () => chance.next() };
  const objects = bucket.for(owner, network);
  const sending = (queue: MessageQueue) =>
    asQueue({
      sendBatch: (messages: Iterable<MessageSendRequest<WorkMessage>>) =>
        network.store(owner, 'send', () => queue.send([...messages].map(({ body }) => body))),
    });
  return asPorts({
    clock: () => scheduler.now + owner.skewMs,
    ids,
    pause,
    blobs: createR2BlobStore(objects, () => scheduler.now + owner.skewMs),
    blobWalk: createR2BlobWalk(objects),
    ...database.for(owner, network),
    random: () => chance.next(),
    webhooks: {
      ...UNUSED,
      get: (_, __, id) => network.store(owner, 'webhook', () => database.webhooks.get(id) ?? null),
      listening: (accountId) =>
        network.store(owner, 'webhooks', () =>
          [...database.webhooks.values()].filter((webhook) => webhook.accountId === accountId),
        ),
    },
    announcers: ANNOUNCERS,
    outboxes: createOutboxes((name) => outboxes.stub(owner, name), patience),
    parcels: { send: (messages) => network.store(owner, 'send parcels', () => queues.parcels.send(messages)) },
    courier: receiver.courierFor(owner, network),
    signingSecrets: { of: async () => 'secret' },
    deliveries: {
      ...UNUSED,
      put: (records) =>
        network.store(owner, 'log deliveries', () => {
          for (const { id, accountId, destination } of records) database.deliveries.set(id, { accountId, destination });
        }),
      prune: () =>
        network.store(owner, 'prune deliveries', () => {
          if (network.faults.pruneFails) throw new Error('prune deliveries: too many rows');
          return 0;
        }),
    },
    audit: { ...UNUSED, add: () => network.store(owner, 'note change', () => undefined) },
    grants: {
      ...UNUSED,
      removeOf: () => network.store(owner, 'remove links', () => undefined),
      uploadOf: () => network.store(owner, 'upload', () => null),
    },
    templates: { ...UNUSED, about: () => network.store(owner, 'template', () => null) },
    datasetDocuments: { ...UNUSED, about: () => network.store(owner, 'dataset', () => null) },
    keys: {
      ...UNUSED,
      callerOf: (keySha256) =>
        network.store(owner, 'key', () => {
          const accountId = database.keys.get(keySha256) ?? null;
          return accountId === null ? null : { accountId, keyId: 'key', scopes: SCOPES, keySha256 };
        }),
    },
    gates: createGates((name) => gates.stub(owner, name), patience),
    turnstiles: createTurnstiles((name) => turnstiles.stub(owner, name), patience),
    work: createWorkQueue({ normal: sending(queues.normal), high: sending(queues.high) }),
    reader: createReader(owner, network),
    settings: {
      limits: { ...STANDARD_LIMITS, documentsAtOnce },
      retentionMs,
      parsedCacheBytes,
      sweepGraceMs: SWEEP_GRACE_MS,
      delivery: DELIVERY,
      web: { allowsLoopback: false },
      boot,
    },
  });
}

/** Tries go on for longer than any fault lasts. */
const DELIVERY: DeliveryPolicy = {
  delaysMs: [500, 1_000, 2_000, 5_000, ...Array.from({ length: 60 }, () => 20_000)],
  switchOffAfterMs: 24 * 60 * 60_000,
  keepMs: 60 * 60_000,
};

const unused = async (): Promise<never> => {
  throw new Error('not part of the simulation');
};

const UNUSED = {
  put: unused,
  isGood: unused,
  rotate: unused,
  revoke: unused,
  add: unused,
  get: unused,
  list: unused,
  update: unused,
  disable: unused,
  remove: unused,
};

/** The rest is for code that is not part of the simulation. */
const asPorts = (ports: Partial<Omit<Ports, 'settings'>> & { settings: Partial<Ports['settings']> }): Ports =>
  ports as Ports;

/** The store uses no more of a queue than this. */
const asQueue = (queue: object): Queue<WorkMessage> => queue as Queue<WorkMessage>;
