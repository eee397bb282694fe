import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { createJob } from '../../../src/jobs/create-job';
import { deleteDocument } from '../../../src/jobs/delete-document';
import { sha256Hex } from '../../../src/jobs/digest';
import { getDocument } from '../../../src/jobs/get-document';
import { openDownload } from '../../../src/jobs/open-download';
import { type OpenUpload, openUpload } from '../../../src/jobs/open-upload';
import type { Ports } from '../../../src/jobs/ports';
import { receiveDownload } from '../../../src/jobs/receive-download';
import { receiveUpload } from '../../../src/jobs/receive-upload';
import type { Caller } from '../../../src/jobs/records';
import { extractionOf, invoiceText, newCaller, ports, storeInvoices } from '../../support/accounts';

const bytes = (number = 100) => new TextEncoder().encode(invoiceText(number));

const announce = (caller: Caller, changes: Partial<OpenUpload> = {}) =>
  openUpload(ports(), caller, {
    filename: 'bill.txt',
    externalId: 'erp-9',
    purpose: 'extract',
    lifetimeSeconds: 60,
    ...changes,
  });

const send = (token: string, sent = bytes(), filename: string | null = null) =>
  receiveUpload(ports(), { token, bytes: sent, filename });

const contentKeys = async ({ accountId }: Caller): Promise<string[]> =>
  (await env.BLOBS.list({ prefix: `accounts/${accountId}/content/` })).objects.map(
    ({ key }) => key.split('/').at(-1) ?? '',
  );

/** The same world some milliseconds later. */
const later = (ms: number): Ports => ({ ...ports(), clock: () => Date.now() + ms });

test('an announced document is pending until its bytes come, and then is what was announced', async () => {
  const caller = newCaller();
  const { token, documentId, expiresAt } = await announce(caller);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect((await getDocument(ports(), caller, documentId)).document).toEqual({
    id: documentId,
    accountId: caller.accountId,
    filename: 'bill.txt',
    mediaType: 'application/octet-stream',
    sizeBytes: 0,
    sha256: '',
    status: 'pending',
    pages: null,
    language: null,
    problem: null,
    createdAt: expiresAt - 60_000,
    isShared: false,
    externalId: 'erp-9',
    purpose: 'extract',
    sourceId: null,
    batchId: null,
    metadata: null,
  });
  await expect(getDocument(ports(), newCaller(), documentId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(getDocument(later(60_001), caller, documentId)).rejects.toMatchObject({ code: 'not-found' });

  const [shared] = await storeInvoices(caller, 1);
  const stored = await send(token, bytes(), 'other.txt');
  expect(stored).toEqual((await getDocument(ports(), caller, documentId)).document);
  expect(stored).toMatchObject({
    id: documentId,
    filename: 'bill.txt',
    mediaType: 'text/plain',
    sizeBytes: bytes().length,
    sha256: shared?.sha256,
    isShared: false,
    externalId: 'erp-9',
    purpose: 'extract',
  });
  expect(shared?.id).not.toBe(documentId);
});

test('an announcement without a name takes the one that comes with the bytes', async () => {
  const caller = newCaller();
  const { token } = await announce(caller, { filename: ' ' });
  expect(await send(token, bytes(), 'sent.md')).toMatchObject({ filename: 'sent.md' });
});

test('a job with a document whose bytes have not come is refused, and made once they are there', async () => {
  const caller = newCaller();
  const { token, documentId } = await announce(caller);
  const create = () => createJob(ports(), caller, extractionOf([{ id: documentId }], { joinsSame: false }));
  await expect(create()).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('announced') });
  await expect(openDownload(ports(), caller, documentId, 60)).rejects.toMatchObject({ code: 'conflict' });
  await send(token);
  expect((await create()).job.documentCount).toBe(1);
});

test('the same bytes sent again, even at once, are one document; other bytes are refused and not kept', async () => {
  const caller = newCaller();
  const { token, documentId } = await announce(caller);
  const same = await Promise.all([send(token), send(token), send(token)]);
  expect(new Set(same.map(({ id }) => id))).toEqual(new Set([documentId]));
  expect(await send(token)).toMatchObject({ id: documentId });
  await expect(send(token, bytes(200))).rejects.toMatchObject({ code: 'conflict' });
  expect(await contentKeys(caller)).toEqual([await sha256Hex(bytes())]);

  const raced = await announce(caller);
  const both = await Promise.allSettled([send(raced.token, bytes(301)), send(raced.token, bytes(302))]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
  const { document } = await getDocument(ports(), caller, raced.documentId);
  expect(await contentKeys(caller)).toEqual([await sha256Hex(bytes()), document.sha256].sort());
});

test('what cannot be a document leaves the announcement open', async () => {
  const caller = newCaller();
  const { token, documentId } = await announce(caller);
  await expect(send(token, new Uint8Array())).rejects.toMatchObject({ code: 'invalid-request' });
  expect(await send(token)).toMatchObject({ id: documentId });
});

test('a token that is unknown, has run out or stands for something else opens nothing', async () => {
  const caller = newCaller();
  const [document] = await storeInvoices(caller, 1);
  const upload = await announce(caller);
  const download = await openDownload(ports(), caller, document?.id ?? '', 60);
  const refused = { code: 'not-found' };
  for (const token of ['', 'x', upload.documentId, download.token])
    await expect(send(token)).rejects.toMatchObject(refused);
  for (const token of ['', 'x', upload.token])
    await expect(receiveDownload(ports(), token)).rejects.toMatchObject(refused);
  await expect(
    receiveUpload(later(60_001), { token: upload.token, bytes: bytes(), filename: null }),
  ).rejects.toMatchObject(refused);
  await expect(receiveDownload(later(60_001), download.token)).rejects.toMatchObject(refused);
  await expect(openDownload(ports(), newCaller(), document?.id ?? '', 60)).rejects.toMatchObject(refused);
});

test('a download gives the bytes as often as asked, until the document is deleted', async () => {
  const caller = newCaller();
  const [document] = await storeInvoices(caller, 1);
  const id = document?.id ?? '';
  const { token, documentId } = await openDownload(ports(), caller, id, 60);
  expect(documentId).toBe(id);
  for (let time = 0; time < 2; time += 1)
    expect(await receiveDownload(ports(), token)).toEqual({
      filename: 'invoice-0.txt',
      mediaType: 'text/plain',
      bytes: bytes(),
    });
  await deleteDocument(ports(), caller, id);
  await expect(receiveDownload(ports(), token)).rejects.toMatchObject({ code: 'not-found' });
});

test('a document that was announced or sent and then deleted cannot be brought back by its token', async () => {
  const caller = newCaller();
  const announced = await announce(caller);
  await deleteDocument(ports(), caller, announced.documentId);
  await expect(send(announced.token)).rejects.toMatchObject({ code: 'not-found' });

  const sent = await announce(caller);
  await send(sent.token);
  await deleteDocument(ports(), caller, sent.documentId);
  await expect(send(sent.token)).rejects.toMatchObject({ code: 'not-found' });
  for (const { documentId } of [announced, sent])
    await expect(getDocument(ports(), caller, documentId)).rejects.toMatchObject({ code: 'not-found' });
  expect(await contentKeys(caller)).toEqual([]);
});

test('an announcement taken back while its bytes are on their way leaves nothing behind', async () => {
  const caller = newCaller();
  const { token, documentId } = await announce(caller);
  const { documents } = ports();
  const slow: Ports = {
    ...ports(),
    documents: {
      ...documents,
      async add(record) {
        await deleteDocument(ports(), caller, documentId);
        return documents.add(record);
      },
    },
  };
  await expect(receiveUpload(slow, { token, bytes: bytes(), filename: null })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(getDocument(ports(), caller, documentId)).rejects.toMatchObject({ code: 'not-found' });
  expect(await contentKeys(caller)).toEqual([]);
});

test('only the digest of a token is stored, and grants that ran out are cleared away by later ones', async () => {
  const caller = newCaller();
  await announce(caller, { lifetimeSeconds: 0.001 });
  const stored = async () => (await env.DB.prepare('SELECT token_sha256 FROM grants').all()).results;
  expect(await stored()).toHaveLength(1);
  const { token } = await openUpload(later(10_000), caller, {
    filename: 'b.txt',
    externalId: null,
    purpose: null,
    lifetimeSeconds: 60,
  });
  expect(await stored()).toEqual([{ token_sha256: await sha256Hex(token) }]);
});
