import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { deleteDocument } from '../../../src/jobs/delete-document';
import type { Ports } from '../../../src/jobs/ports';
import { getMarkdown } from '../../../src/jobs/read-markdown';
import type { Caller } from '../../../src/jobs/records';
import { storeDocument } from '../../../src/jobs/store-document';
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
      async parse(...args) {
        await deleteDocument(ports(), caller, id);
        return reader.parse(...args);
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
