/** A document is deleted and sent again meanwhile, and the deletion is killed: at every await that there is. */
import { env } from 'cloudflare:workers';
import { afterEach, expect, test } from 'vitest';
import { deleteDocument } from '../../../src/jobs/delete-document';
import type { Ports } from '../../../src/jobs/ports';
import { readContent } from '../../../src/jobs/read-content';
import type { Caller } from '../../../src/jobs/records';
import { finishRemovals } from '../../../src/jobs/retention/continue-deletions';
import { PLAIN_DOCUMENT, storeDocument } from '../../../src/jobs/store-document';
import { UNDER_WAY_MS } from '../../../src/jobs/under-way';
import { invoiceText, newCaller, ports } from '../../support/accounts';

const INVOICE = { filename: 'a.txt', bytes: new TextEncoder().encode(invoiceText(7)) };

afterEach(async () => {
  await env.BLOBS.delete((await env.BLOBS.list()).objects.map(({ key }) => key));
});

/** The rooms that a deletion goes through. */
const ROOMS = ['grants', 'documents', 'upkeep', 'blobs', 'templates', 'datasetDocuments'] as const;

interface Stopped {
  readonly world: Ports;
  /** Calls there were, those that did not happen any more among them. */
  readonly calls: () => number;
}

/** Before the call with this number (0-based) `act` is done; from the one with that number on nothing happens any more. */
function stopped(actAt: number, act: () => Promise<unknown>, killAt: number): Stopped {
  const real = ports();
  let calls = 0;
  const counted =
    (method: (...args: unknown[]) => Promise<unknown>) =>
    async (...args: unknown[]) => {
      const number = calls++;
      if (number === actAt) await act();
      if (number >= killAt) throw new Error('killed');
      return method(...args);
    };
  const rooms = ROOMS.map((name) => [
    name,
    Object.fromEntries(Object.entries(real[name]).map(([verb, method]) => [verb, counted(method)])),
  ]);
  return { world: { ...real, ...Object.fromEntries(rooms) }, calls: () => calls };
}

const keysOf = async ({ accountId }: Caller): Promise<number> =>
  (await env.BLOBS.list({ prefix: `accounts/${accountId}/` })).objects.length;

const textOf = async (caller: Caller, id: string): Promise<string | null> => {
  const document = await ports().documents.get(caller.accountId, id);
  return document && new TextDecoder().decode(await readContent(ports(), document));
};

const NEVER = Number.POSITIVE_INFINITY;

test('a document sent again at any await of a deletion that is killed at any later one is never without its bytes', {
  timeout: 120_000,
}, async () => {
  const length = await callsOfDeletion();
  expect(length).toBeGreaterThan(8);
  for (let actAt = 0; actAt < length; actAt += 1)
    for (const killAt of [NEVER, ...Array.from({ length: length - actAt }, (_, more) => actAt + more)]) {
      const caller = newCaller();
      const { id } = await storeDocument(ports(), caller, INVOICE);
      let again = '';
      const { world } = stopped(
        actAt,
        async () => (again = (await storeDocument(ports(), caller, INVOICE)).id),
        killAt,
      );
      await deleteDocument(world, caller, id).catch((error: Error) => expect(error.message).toBe('killed'));
      const found = { actAt, killAt, isAnother: again !== id, text: await textOf(caller, again) };
      // Sent before its deletion had begun, it is the one that is deleted, or not, as far as that came.
      const isKept = found.isAnother || found.text !== null;
      expect(found).toEqual({ ...found, text: isKept ? invoiceText(7) : null });

      await finishRemovals({ ...ports(), clock: () => Date.now() + UNDER_WAY_MS });
      expect({ ...found, text: await textOf(caller, again) }).toEqual(found);
      expect(await keysOf(caller)).toBe(isKept ? 1 : 0);
    }
});

test('of two deletions of the same bytes the one that is killed loses nothing, wherever the other ends and they come again', {
  timeout: 120_000,
}, async () => {
  const length = await callsOfDeletion();
  for (let actAt = 0; actAt < length; actAt += 1)
    for (const killAt of [NEVER, ...Array.from({ length: length - actAt }, (_, more) => actAt + more)]) {
      const caller = newCaller();
      const { id, sha256 } = await storeDocument(ports(), caller, INVOICE);
      const other = await storeDocument(ports(), caller, INVOICE, APART());
      const elsewhere = await begunDeletion(caller, other.id);
      const again = APART();
      const { world } = stopped(
        actAt,
        async () => {
          await elsewhere.end();
          await storeDocument(ports(), caller, INVOICE, again);
        },
        killAt,
      );
      await deleteDocument(world, caller, id).catch((error: Error) => expect(error.message).toBe('killed'));
      await finishRemovals({ ...ports(), clock: () => Date.now() + UNDER_WAY_MS });
      expect({ actAt, killAt, text: await textOf(caller, again.id) }).toEqual({ actAt, killAt, text: invoiceText(7) });
      expect(await ports().blobs.hasContent(caller.accountId, sha256)).toBe(true);
      expect(await keysOf(caller)).toBe(1);
    }
});

const APART = () => ({ ...PLAIN_DOCUMENT, id: crypto.randomUUID(), isShared: false });

/** The deletion of a document that has come as far as its bytes, and goes on when it is told to. */
async function begunDeletion(caller: Caller, id: string): Promise<{ readonly end: () => Promise<void> }> {
  const real = ports();
  const [asked, resumed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const getContent: Ports['blobs']['getContent'] = async (...bytes) => {
    asked.resolve();
    await resumed.promise;
    return real.blobs.getContent(...bytes);
  };
  const deletion = deleteDocument({ ...real, blobs: { ...real.blobs, getContent } }, caller, id);
  await asked.promise;
  return {
    async end() {
      resumed.resolve();
      await deletion;
    },
  };
}

/** How many awaits there are where nobody comes in between. */
async function callsOfDeletion(): Promise<number> {
  const caller = newCaller();
  const { id } = await storeDocument(ports(), caller, INVOICE);
  const { world, calls } = stopped(NEVER, async () => undefined, NEVER);
  await deleteDocument(world, caller, id);
  expect(await keysOf(caller)).toBe(0);
  return calls();
}
