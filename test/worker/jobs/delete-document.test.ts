import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { deleteDocument } from '../../../src/jobs/delete-document';
import type { Ports } from '../../../src/jobs/ports';
import { getMarkdown } from '../../../src/jobs/read-markdown';
import type { Caller } from '../../../src/jobs/records';
import { finishRemovals } from '../../../src/jobs/retention/continue-deletions';
import { storeDocument } from '../../../src/jobs/store-document';
import { UNDER_WAY_MS } from '../../../src/jobs/under-way';
import { invoiceText, newCaller, ports, storeInvoices } from '../../support/accounts';

const keysOf = async ({ accountId }: Caller): Promise<string[]> =>
  (await env.BLOBS.list({ prefix: `accounts/${accountId}/` })).objects.map((object) => object.key);

async function storedInvoice(caller: Caller): Promise<string> {
  const [document] = await storeInvoices(caller, 1);
  if (!document) throw new Error('an invoice was stored');
  return document.id;
}

test('a document deleted while it is read leaves nothing behind', async () => {
  const caller = newCaller();
  const id = await storedInvoice(caller);
  const { reader } = ports();
  const slow: Ports = {
    ...ports(),
    reader: {
      ...reader,
      async *parse(...args) {
        await deleteDocument(ports(), caller, id);
        yield* reader.parse(...args);
      },
    },
  };
  expect(await getMarkdown(slow, caller, id)).toContain('RE-2026-100');
  expect(await keysOf(caller)).toEqual([]);
});

test('a document sent again while the earlier one is deleted keeps its bytes', async () => {
  const caller = newCaller();
  const id = await storedInvoice(caller);
  const { documents } = ports();
  const late: Ports = {
    ...ports(),
    documents: {
      ...documents,
      async add(record) {
        if (await documents.get(caller.accountId, id)) await deleteDocument(ports(), caller, id);
        return documents.add(record);
      },
    },
  };
  const bytes = new TextEncoder().encode(invoiceText(100));
  const again = await storeDocument(late, caller, { filename: 'again.txt', bytes });
  expect(again.id).not.toBe(id);
  expect(await getMarkdown(ports(), caller, again.id)).toContain('RE-2026-100');
});

const invoice = { filename: 'again.txt', bytes: new TextEncoder().encode(invoiceText(100)) };

/** The world in which `act` happens in the middle of a deletion, just before the bytes go. */
function interrupted(act: () => Promise<unknown>): Ports {
  const { blobs } = ports();
  return {
    ...ports(),
    blobs: {
      ...blobs,
      async deleteContent(...args) {
        await act();
        return blobs.deleteContent(...args);
      },
    },
  };
}

test('a document sent while the one with the same bytes is being deleted is another one, and keeps its bytes', async () => {
  const caller = newCaller();
  const id = await storedInvoice(caller);
  const sent: string[] = [];
  const world = interrupted(async () => sent.push((await storeDocument(ports(), caller, invoice)).id));
  await deleteDocument(world, caller, id);
  const [again = ''] = sent;
  expect(again).not.toBe(id);
  await expect(getMarkdown(ports(), caller, id)).rejects.toMatchObject({ code: 'not-found' });
  expect(await getMarkdown(ports(), caller, again)).toContain('RE-2026-100');
  expect((await storeDocument(ports(), caller, invoice)).id).toBe(again);
});

test('an upload that was given the document before its deletion began is given another one after', async () => {
  const caller = newCaller();
  const id = await storedInvoice(caller);
  const { documents } = ports();
  const late: Ports = {
    ...ports(),
    documents: {
      ...documents,
      async add(record) {
        const stored = await documents.add(record);
        if (stored.id === id) await deleteDocument(ports(), caller, id);
        return stored;
      },
    },
  };
  const again = await storeDocument(late, caller, invoice);
  expect(again.id).not.toBe(id);
  expect(await getMarkdown(ports(), caller, again.id)).toContain('RE-2026-100');
});

test('a document sent while the one with the same bytes is deleted twice keeps its bytes', async () => {
  const caller = newCaller();
  const id = await storedInvoice(caller);
  const { documents, upkeep } = ports();
  let again = '';
  const second: Ports = {
    ...ports(),
    documents: {
      ...documents,
      async setApart(...args) {
        await deleteDocument(ports(), caller, id);
        return documents.setApart(...args);
      },
    },
    upkeep: {
      ...upkeep,
      async withoutDocument(contents) {
        const found = await upkeep.withoutDocument(contents);
        again ||= (await storeDocument(ports(), caller, invoice)).id;
        return found;
      },
    },
  };
  await deleteDocument(second, caller, id);
  expect(again).not.toBe(id);
  expect(await getMarkdown(ports(), caller, again)).toContain('RE-2026-100');
});

test('a deletion that broke off leaves no document without its bytes, and the sweep finishes it', async () => {
  const caller = newCaller();
  const id = await storedInvoice(caller);
  const world = interrupted(() => Promise.reject(new Error('gone')));
  await expect(deleteDocument(world, caller, id)).rejects.toThrow('gone');
  await expect(deleteDocument(ports(), caller, id)).rejects.toMatchObject({ code: 'not-found' });
  expect(await keysOf(caller)).not.toEqual([]);

  expect(await finishRemovals(ports())).toBe(0);
  const later = { ...ports(), clock: () => Date.now() + UNDER_WAY_MS };
  expect(await finishRemovals(later)).toBe(1);
  expect(await keysOf(caller)).toEqual([]);
  expect(await finishRemovals(later)).toBe(0);
});

test('a deletion that broke off takes no bytes from a document that has them since', async () => {
  const caller = newCaller();
  const id = await storedInvoice(caller);
  const world = interrupted(() => Promise.reject(new Error('gone')));
  await expect(deleteDocument(world, caller, id)).rejects.toThrow('gone');
  const again = await storeDocument(ports(), caller, invoice);
  await finishRemovals({ ...ports(), clock: () => Date.now() + UNDER_WAY_MS });
  expect(await getMarkdown(ports(), caller, again.id)).toContain('RE-2026-100');
});
