/** Links to a file that need no key: what they let one do, and what they do not. */
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { createPorts } from '../../../src/bindings';
import { createApp } from '../../../src/http/app';
import type { Facts } from '../../../src/http/dialect';
import type { File as FileV1, FileV2, PresignedUpload, PresignedUrl } from '../../../src/http/llamacloud/file-wire';
import type { Page } from '../../../src/http/llamacloud/page-window';
import { invoicePdf, type Upload } from '../../support/documents';
import { type Account, fetchWorker, newAccount, ORIGIN } from './account';

async function upload(account: Account, { filename, bytes }: Upload): Promise<string> {
  const form = new FormData();
  form.set('upload_file', new File([bytes], filename));
  return (await account.call<FileV1>('POST', '/api/v1/files', { form })).body.id;
}

const linkTo = async (account: Account, id: string, query = '', prefix = ''): Promise<PresignedUrl> =>
  (await account.call<PresignedUrl>('GET', `${prefix}/api/v1/files/${id}/content${query}`)).body;

/** As whoever was given the link: without a key. */
const follow = ({ url }: PresignedUrl, init?: RequestInit): Promise<Response> =>
  fetchWorker(url.slice(ORIGIN.length), init);

const announce = async (account: Account, json: unknown): Promise<PresignedUpload> =>
  (await account.call<PresignedUpload>('PUT', '/api/v1/files', { json })).body;

const secondsUntil = (time: string): number => (Date.parse(time) - Date.now()) / 1000;

test('a link gives the bytes as they came, to be kept and not to be run', async () => {
  const account = await newAccount();
  const pdf = { ...(await invoicePdf(1)), filename: 'Rechnung März.pdf' };
  const link = await linkTo(account, await upload(account, pdf));
  expect(link).toEqual({
    url: expect.stringMatching(new RegExp(`^${ORIGIN}/api/v1/files/signed\\?token=[\\w-]{43}$`)),
    expires_at: expect.any(String),
    form_fields: null,
  });
  expect(secondsUntil(link.expires_at)).toBeGreaterThan(3590);
  expect(secondsUntil(link.expires_at)).toBeLessThanOrEqual(3600);

  const response = await follow(link);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="Rechnung M_rz.pdf"; filename*=UTF-8''Rechnung%20M%C3%A4rz.pdf`,
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(pdf.bytes);
});

test('a link comes with a listed file on request, and goes through the prefix it was asked under', async () => {
  const account = await newAccount();
  const id = await upload(account, await invoicePdf(2));
  const { body } = await account.call<Page<FileV2>>('GET', '/api/v1/beta/files?expand=download_url');
  const listed = body.items[0]?.download_url;
  const one = (await account.call<FileV2>('GET', `/api/v1/beta/files/${id}?expand=download_url`)).body.download_url;
  const prefixed = await linkTo(account, id, '', '/llamacloud');
  expect(prefixed.url).toContain(`${ORIGIN}/llamacloud/api/v1/files/signed?token=`);
  for (const link of [listed, one, prefixed]) expect((await follow(link ?? prefixed)).status).toBe(200);
  expect(new Set([listed?.url, one?.url, prefixed.url]).size).toBe(3);
});

test('a link lasts as long as asked, at most a day, and then is like none', async () => {
  const account = await newAccount();
  const id = await upload(account, await invoicePdf(3));
  expect(secondsUntil((await linkTo(account, id, '?expires_at_seconds=60')).expires_at)).toBeLessThanOrEqual(60);
  const longest = await linkTo(account, id, '?expires_at_seconds=999999999');
  expect(secondsUntil(longest.expires_at)).toBeLessThanOrEqual(86_400);
  for (const wrong of ['0', '-5', 'soon'])
    expect(await account.call('GET', `/api/v1/beta/files/${id}/content?expires_at_seconds=${wrong}`)).toMatchObject({
      status: 422,
      body: { detail: [{ loc: ['query', 'expires_at_seconds'] }] },
    });

  await env.DB.prepare('update grants set expires_at = ? where account_id = ?')
    .bind(Date.now() - 1, account.id)
    .run();
  const late = await follow(longest);
  const never = await fetchWorker('/api/v1/files/signed?token=never-given');
  expect([late.status, await late.text()]).toEqual([404, await never.text()]);
  expect(never.status).toBe(404);
  expect((await fetchWorker('/api/v1/files/signed')).status).toBe(404);
});

test('a link to a deleted file gives nothing, and nobody gets one to a file of another account', async () => {
  const [account, other] = [await newAccount(), await newAccount()];
  const id = await upload(account, await invoicePdf(4));
  const link = await linkTo(account, id);
  const [foreign, unknown] = [id, crypto.randomUUID()];
  for (const path of ['/api/v1/files', '/api/v1/beta/files']) {
    const theirs = await other.call('GET', `${path}/${foreign}/content`);
    const nobodys = await other.call('GET', `${path}/${unknown}/content`);
    expect([theirs.status, JSON.stringify(theirs.body).replace(foreign, unknown)]).toEqual([
      404,
      JSON.stringify(nobodys.body),
    ]);
  }
  await account.call('DELETE', `/api/v1/files/${id}`);
  expect((await follow(link)).status).toBe(404);
});

test('an announced file is there once its bytes have come, whole or as a form, and takes no others', async () => {
  const account = await newAccount();
  const pdf = await invoicePdf(5);
  const announced = await announce(account, { name: 'later.pdf', external_file_id: 'x1', file_size: pdf.bytes.length });
  const { file_id } = announced;
  expect((await account.call('GET', `/api/v1/files/${file_id}`)).body).toMatchObject({
    name: 'later.pdf',
    file_size: 0,
  });
  expect(await account.call('GET', `/api/v1/files/${file_id}/content`)).toMatchObject({ status: 409 });

  // As curl says of every body that it sends.
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const put = await follow(announced, { method: 'PUT', body: pdf.bytes, headers });
  expect(put.status).toBe(200);
  const file = (await account.call<FileV1>('GET', `/api/v1/files/${file_id}`)).body;
  expect(await put.json()).toEqual(file);
  expect(file).toMatchObject({ id: file_id, name: 'later.pdf', external_file_id: 'x1', file_type: 'pdf' });

  expect((await follow(announced, { method: 'PUT', body: pdf.bytes })).status).toBe(200);
  const others = await follow(announced, { method: 'PUT', body: (await invoicePdf(6)).bytes });
  expect([others.status, others.headers.get('x-should-retry')]).toEqual([409, 'false']);
  // It is a link to put bytes there, not to get them.
  expect((await follow(announced)).status).toBe(404);
  const download = await linkTo(account, file_id);
  expect((await follow(download, { method: 'PUT', body: pdf.bytes })).status).toBe(404);

  const second = await announce(account, { name: 'form.pdf' });
  const form = new FormData();
  form.set('file', new File([pdf.bytes], 'whatever.pdf'));
  expect((await follow(second, { method: 'POST', body: form })).status).toBe(200);
  expect((await account.call('GET', `/api/v1/beta/files/${second.file_id}`)).body).toMatchObject({ name: 'form.pdf' });
});

test('bytes that nobody announced are refused before many of them are read', async () => {
  let chunks = 0;
  const body = new ReadableStream({
    pull(controller) {
      chunks += 1;
      controller.enqueue(new Uint8Array(65_536));
      if (chunks === 200) controller.close();
    },
  });
  const response = await fetchWorker('/api/v1/files/signed?token=never-given', { method: 'PUT', body });
  expect(response.status).toBe(404);
  expect(chunks).toBeLessThan(20);
});

test('an announcement of nothing, or of too much, is refused', async () => {
  const account = await newAccount();
  const put = (json: unknown) => account.call('PUT', '/api/v1/files', { json });
  expect(await put({})).toMatchObject({ status: 422, body: { detail: [{ loc: ['body', 'name'], type: 'missing' }] } });
  expect(await put({ name: 'a.pdf', file_size: 10 ** 12 })).toMatchObject({ status: 413 });
  const announced = await announce(account, { name: 'a.pdf' });
  expect((await follow(announced, { method: 'PUT', body: '' })).status).toBe(400);
});

test('the secret of a link is in no log', async () => {
  const account = await newAccount();
  const { url } = await linkTo(account, await upload(account, await invoicePdf(7)));
  const lines: string[] = [];
  const note = (event: string, facts: Facts) => lines.push(JSON.stringify([event, facts]));
  const app = createApp(() => createPorts(env), { info: note, error: (event, _, facts) => note(event, facts) });
  expect((await app.fetch(new Request(url), {})).status).toBe(200);
  const token = new URL(url).searchParams.get('token') ?? '';
  expect(lines).toEqual([expect.stringContaining('/api/v1/files/signed')]);
  expect(lines.join()).not.toContain(token);
});

test('a link lets nobody do what it does not stand for: other methods need a key, and find no file there', async () => {
  const account = await newAccount();
  for (const method of ['DELETE', 'PATCH'])
    expect((await fetchWorker('/llamacloud/api/v1/files/signed?token=x', { method })).status).toBe(401);
  expect((await account.call('DELETE', '/llamacloud/api/v1/files/signed')).status).toBe(422);
});
