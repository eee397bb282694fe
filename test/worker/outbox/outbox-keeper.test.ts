import { env, runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../../src/jobs/webhooks/courier';
import type { DeliveryRecord } from '../../../src/jobs/webhooks/delivery';
import type { Parcel, ParcelMessage } from '../../../src/jobs/webhooks/parcel';
import { OutboxKeeper } from '../../../src/outbox/outbox-keeper';
import { OutboxStorage } from '../../../src/outbox/outbox-storage';

const DELIVERED: SendOutcome = { problem: null, status: 200, message: null, retryAfterMs: null, elapsedMs: 5 };
const DOWN: SendOutcome = { problem: 'unreachable', status: null, message: null, retryAfterMs: null, elapsedMs: 5 };

const parcel = (id: string): Parcel => ({
  id,
  announcementId: `announcement-${id}`,
  accountId: 'acme',
  destination: 'webhook-1',
  jobId: 'job-1',
  kind: 'job.completed',
  hook: {
    webhookId: 'webhook-1',
    family: 'talonic',
    url: 'https://hooks.example/',
    events: ['job.completed'],
    secret: 'a-good-secret',
    headers: {},
    sourceId: null,
    asked: { form: 'talonic/1', body: {} },
  },
  told: { eventType: 'job.completed', body: '{}', headers: {}, signatureHeader: null, timestampHeader: null },
  createdAt: 1_000,
});

/** A keeper over an object's real storage; what is outside of it breaks when a test says so. */
interface Surroundings {
  now: number;
  boot: string;
  isQueueDown: boolean;
  isLogDown: boolean;
  readonly sent: ParcelMessage[];
  readonly log: Map<string, DeliveryRecord>;
  readonly switchedOff: string[];
  /** Until everything begun has ended. */
  settled: () => Promise<void>;
  /** As the object after it was evicted: only storage is left. */
  restarted: () => OutboxKeeper;
}

function surround(storage: DurableObjectStorage): Surroundings {
  const work: Promise<unknown>[] = [];
  const around: Surroundings = {
    now: 1_000,
    boot: 'boot-1',
    isQueueDown: false,
    isLogDown: false,
    sent: [],
    log: new Map(),
    switchedOff: [],
    async settled() {
      while (work.length > 0) await work.shift();
    },
    restarted: () =>
      new OutboxKeeper({
        store: new OutboxStorage(storage),
        // Woken by the test.
        alarms: { setAlarm: async () => undefined, deleteAlarm: async () => undefined },
        later: (promise) => void work.push(promise),
        ports: {
          clock: () => around.now,
          random: () => 0,
          parcels: {
            async send(messages) {
              if (around.isQueueDown) throw new Error('queue is down');
              around.sent.push(...messages);
            },
          },
          deliveries: {
            async put(records) {
              if (around.isLogDown) throw new Error('database is down');
              for (const record of records) around.log.set(record.id, record);
            },
          },
          webhooks: {
            async disable(_account, _family, id, { reason }) {
              around.switchedOff.push(`${id}: ${reason}`);
              return true;
            },
          },
          settings: {
            boot: around.boot,
            delivery: { delaysMs: [5_000, 30_000], switchOffAfterMs: 3_600_000, keepMs: 86_400_000 },
          },
        },
      }),
  };
  return around;
}

const inOutbox = (name: string, test: (around: Surroundings) => Promise<void>): Promise<void> =>
  runInDurableObject(env.WEBHOOK_OUTBOX.getByName(`test/${name}`), (_, { storage }) => test(surround(storage)));

/** Takes the parcel up and says what came of it. */
async function carry(keeper: OutboxKeeper, around: Surroundings, id: string, outcome: SendOutcome): Promise<boolean> {
  const handout = keeper.lease(id);
  if (handout === null) return false;
  keeper.report(id, handout.token, outcome);
  await around.settled();
  return true;
}

describe('an outbox', () => {
  it('sends a parcel once, however often it is added, also after it was delivered', () =>
    inOutbox('once', async (around) => {
      const keeper = around.restarted();
      keeper.add([parcel('a'), parcel('b')]);
      keeper.add([parcel('a')]);
      await around.settled();
      expect(around.sent.map(({ parcelId }) => parcelId)).toEqual(['a', 'b']);
      await carry(keeper, around, 'a', DELIVERED);
      around.restarted().add([parcel('a')]);
      await around.settled();
      expect(around.sent).toHaveLength(2);
      expect(around.log.get('a')).toMatchObject({ status: 'delivered', tries: 1, nextAt: null });
    }));

  it('that is cleared while it settles notes nothing again', () =>
    runInDurableObject(env.WEBHOOK_OUTBOX.getByName('test/cleared'), async (_, { storage }) => {
      const around = surround(storage);
      const keeper = around.restarted();
      keeper.add([parcel('a')]);
      keeper.add([parcel('b')]);
      await keeper.clear();
      await around.settled();
      expect(new OutboxStorage(storage).boot()).toBeNull();
    }));

  it('sends again what nobody took up, and what was with a process that is gone', () =>
    inOutbox('lost', async (around) => {
      const keeper = around.restarted();
      keeper.add([parcel('a')]);
      await around.settled();
      around.now += 15_000;
      await keeper.alarm();
      expect(around.sent).toHaveLength(2);
      keeper.lease('a');
      around.boot = 'boot-2';
      await around.restarted().alarm();
      expect(around.sent).toHaveLength(3);
    }));

  it.each(['boot-1', 'boot-2'])('sends what a clock ahead has dated once it is set back, in %s', (boot) =>
    inOutbox(`ahead-${boot}`, async (around) => {
      around.now += 600_000;
      around.isQueueDown = true;
      const keeper = around.restarted();
      keeper.add([parcel('a')]);
      await around.settled();
      around.now -= 600_000;
      around.isQueueDown = false;
      around.boot = boot;
      await (boot === 'boot-1' ? keeper : around.restarted()).alarm();
      expect(around.sent).toHaveLength(1);
      expect(await carry(keeper, around, 'a', DELIVERED)).toBe(true);
    }),
  );

  it('tries again when it is due, not before, and gives up in the end', () =>
    inOutbox('again', async (around) => {
      const keeper = around.restarted();
      keeper.add([parcel('a')]);
      await around.settled();
      for (const wait of [5_000, 30_000]) {
        await carry(keeper, around, 'a', DOWN);
        expect(keeper.lease('a')).toBeNull();
        const sent = around.sent.length;
        around.now += wait - 1;
        await keeper.alarm();
        expect(around.sent).toHaveLength(sent);
        around.now += 1;
        await keeper.alarm();
        expect(around.sent).toHaveLength(sent + 1);
      }
      await carry(keeper, around, 'a', DOWN);
      expect(around.log.get('a')).toMatchObject({ status: 'dead', tries: 3, nextAt: null });
      around.now += 3_600_000;
      await keeper.alarm();
      expect(keeper.lease('a')).toBeNull();
    }));

  it('says in the log where a parcel was sent last', () =>
    inOutbox('moved', async (around) => {
      const keeper = around.restarted();
      keeper.add([parcel('a')]);
      await around.settled();
      expect(around.log.get('a')?.url).toBe('https://hooks.example/');
      await carry(keeper, around, 'a', { ...DELIVERED, url: 'https://moved.example/' });
      expect(around.log.get('a')?.url).toBe('https://moved.example/');
    }));

  it('sends dead letters again on request', () =>
    inOutbox('replay', async (around) => {
      const keeper = around.restarted();
      keeper.add([parcel('a'), parcel('b')]);
      await around.settled();
      await carry(keeper, around, 'a', { ...DOWN, problem: 'gone' });
      await carry(keeper, around, 'b', DELIVERED);
      expect(keeper.replay()).toBe(1);
      await around.settled();
      expect(await carry(keeper, around, 'a', DELIVERED)).toBe(true);
      expect(around.log.get('a')).toMatchObject({ status: 'delivered', tries: 2 });
      expect(keeper.redeliver('b')).toBe(true);
      await around.settled();
      expect(await carry(keeper, around, 'b', DELIVERED)).toBe(true);
      expect(keeper.redeliver('c')).toBe(false);
    }));

  it('loses nothing while queue and log are down', () =>
    inOutbox('outage', async (around) => {
      around.isQueueDown = true;
      around.isLogDown = true;
      around.restarted().add([parcel('a')]);
      await around.settled();
      expect([around.sent, around.log.size]).toEqual([[], 0]);
      around.isQueueDown = false;
      around.isLogDown = false;
      await around.restarted().alarm();
      expect(around.sent).toHaveLength(1);
      expect(around.log.get('a')).toMatchObject({ status: 'pending', tries: 0 });
    }));

  it('switches a webhook off that says it is gone, and gives up what waits for it', () =>
    inOutbox('switched-off', async (around) => {
      const keeper = around.restarted();
      keeper.add([parcel('a'), parcel('b')]);
      await around.settled();
      await carry(keeper, around, 'a', { ...DOWN, problem: 'status', status: 410 });
      expect(around.switchedOff).toEqual(['webhook-1: The receiver answered 410 Gone']);
      expect([...around.log.values()].map(({ status }) => status)).toEqual(['dead', 'dead']);
    }));

  it('gives up what waits when its webhook is deleted, and says so in the log', () =>
    inOutbox('given-up', async (around) => {
      const keeper = around.restarted();
      keeper.add([parcel('a'), parcel('b')]);
      await around.settled();
      await carry(keeper, around, 'a', DELIVERED);
      keeper.giveUp();
      await around.settled();
      expect(keeper.lease('b')).toBeNull();
      expect([...around.log.values()].map(({ status }) => status)).toEqual(['delivered', 'dead']);
    }));

  it('asks a destination that is down with one parcel, and sends the rest when it answers', () =>
    inOutbox('trouble', async (around) => {
      const keeper = around.restarted();
      const ids = Array.from({ length: 40 }, (_, index) => `p${String(index).padStart(2, '0')}`);
      keeper.add(ids.map(parcel));
      await around.settled();
      expect(around.sent).toHaveLength(16);
      for (const { parcelId } of around.sent.slice()) await carry(keeper, around, parcelId, DOWN);
      const before = around.sent.length;
      around.now += 60_000;
      await keeper.alarm();
      expect(around.sent.length - before).toBe(1);
      await carry(keeper, around, around.sent.at(-1)?.parcelId ?? '', DELIVERED);
      expect(around.sent.length - before).toBe(17);
    }));

  it('forgets what ended once it is no longer kept', () =>
    inOutbox('forget', async (around) => {
      const keeper = around.restarted();
      keeper.add([parcel('a')]);
      await around.settled();
      await carry(keeper, around, 'a', DELIVERED);
      around.now += 86_400_001;
      await keeper.alarm();
      expect(keeper.redeliver('a')).toBe(false);
    }));

  it('finds what is to be done by its indexes, however much it keeps', () =>
    runInDurableObject(env.WEBHOOK_OUTBOX.getByName('test/plans'), (_, { storage }) => {
      const asked: string[] = [];
      const exec: SqlStorage['exec'] = (query, ...values) => {
        asked.push(query);
        return storage.sql.exec(query, ...values);
      };
      const store = new OutboxStorage({ ...storageOf(storage), sql: { exec } as SqlStorage });
      asked.length = 0;
      store.due(1, 1);
      store.dueAfter(1);
      store.underWay();
      store.countUnderWay();
      store.nextDueAt();
      store.firstEndedAt();
      store.unlogged(1);
      store.forget(1);
      const plans = asked.map((query) => {
        const values = Array.from(query.matchAll(/\?/g), () => 1);
        const plan = storage.sql.exec<{ detail: string }>(`EXPLAIN QUERY PLAN ${query}`, ...values).toArray();
        return plan.map(({ detail }) => detail).join('; ');
      });
      expect(plans).toHaveLength(8);
      expect(plans.filter((plan) => !/USING (COVERING )?INDEX/.test(plan))).toEqual([]);
    }));
});

/** What an outbox uses of it, as its own members. */
const storageOf = (storage: DurableObjectStorage): DurableObjectStorage =>
  ({ transactionSync: (work: () => unknown) => storage.transactionSync(work) }) as DurableObjectStorage;
