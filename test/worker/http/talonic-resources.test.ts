/** Sources, webhooks, uploads by link, and what a service that costs nothing says of money. */
import { describe, expect, test, vi } from 'vitest';
import { Balance, CreditUsage, Pricing, Usage } from '../../../src/http/talonic/credit-wire';
import type { Document, DocumentList } from '../../../src/http/talonic/document-wire';
import type { Extracted } from '../../../src/http/talonic/extract-wire';
import { Source, SourceDocument, type SourceList } from '../../../src/http/talonic/source-wire';
import { UploadSession } from '../../../src/http/talonic/upload-wire';
import { Webhook, type WebhookList } from '../../../src/http/talonic/webhook-wire';
import { formWith, INVOICE_SCHEMA, invoiceText } from '../../support/documents';
import { fetchWorker, newAccount, ORIGIN } from './account';

describe('sources', () => {
  test('are made once per key, changed, listed and deleted', async () => {
    const account = await newAccount();
    const call = { json: { name: ' Mailroom ' }, headers: { 'idempotency-key': 'k' } };
    const { status, body } = await account.call('POST', '/v1/sources', call);
    const source = Source.strict().parse(body);
    expect([status, source.name, source.type]).toEqual([201, 'Mailroom', 'api']);
    expect((await account.call('POST', '/v1/sources', call)).body).toEqual(source);
    const path = `/v1/sources/${source.id}`;
    const patched = await account.call<Source>('PATCH', path, { json: { name: 'Post room' } });
    expect(patched.body).toMatchObject({ name: 'Post room', type: 'api' });
    const put = await account.call<Source>('PUT', path, { json: { type: 'mail' } });
    expect(put.body).toMatchObject({ name: 'Post room', type: 'mail' });
    expect((await account.call('GET', path)).body).toEqual(put.body);
    const list = await account.call<SourceList>('GET', '/v1/sources?page=1&per_page=5');
    expect(list.body).toEqual({
      data: [put.body],
      pagination: { total: 1, limit: 5, has_more: false, next_cursor: null },
    });
    expect((await account.call('DELETE', path)).body).toEqual({ deleted: true, id: source.id });
    for (const method of ['GET', 'DELETE']) expect((await account.call(method, path)).status).toBe(404);
  });

  test('take documents, tell what is there already, and find what came through them', async () => {
    const account = await newAccount();
    const { id } = (await account.call<Source>('POST', '/v1/sources', { json: { name: 'Mailroom', type: 'mail' } }))
      .body;
    const form = () => {
      const parts = formWith(invoiceText(1));
      parts.set('metadata', '{"box":7}');
      parts.set('batch_id', 'monday');
      parts.set('processing_mode', 'batch');
      return parts;
    };
    const sent = await account.call('POST', `/v1/sources/${id}/documents`, { form: form() });
    const first = SourceDocument.strict().parse(sent.body);
    expect([sent.status, first.status, first.batch_id]).toEqual([201, 'queued', 'monday']);
    const document = (await account.call<Document>('GET', `/v1/documents/${first.document_id}`)).body;
    expect(document).toMatchObject({
      filename: 'invoice-1.txt',
      status: 'pending',
      source: { id, type: 'source' },
      batch_id: 'monday',
      metadata: { box: 7 },
    });

    const again = await account.call('POST', `/v1/sources/${id}/documents`, { form: form() });
    expect(again).toMatchObject({
      status: 200,
      body: { status: 'duplicate', document_id: first.document_id, existing_document_id: first.document_id },
    });
    expect(SourceDocument.strict().safeParse(again.body).success).toBe(true);
    await account.call('POST', '/v1/documents', { form: formWith(invoiceText(2)) });
    for (const name of ['source_id', 'source_connection_id']) {
      const listed = await account.call<DocumentList>('GET', `/v1/documents?${name}=src-${id}`);
      expect([listed.body.data, listed.body.pagination.total]).toEqual([[document], 1]);
    }
    const filtered = await account.call<{ data: unknown[] }>('POST', '/v1/documents/filter', {
      json: { source_connection_id: id },
    });
    expect(filtered.body.data).toEqual([expect.objectContaining({ id: first.document_id, sourceId: id })]);
  });

  test.each<[string, object]>([
    ['an address inside of a network', { json: { url: 'https://10.0.0.1/a.pdf' } }],
    ['metadata that is no object', { form: withPart('metadata', '[1]') }],
    ['metadata that is no JSON', { form: withPart('metadata', '{') }],
    ['metadata that is an abyss', { form: withPart('metadata', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`) }],
    ['a mode that is none', { form: withPart('processing_mode', 'later') }],
    ['no file', { form: new FormData() }],
  ])('refuse %s', async (_what, call) => {
    const account = await newAccount();
    const { id } = (await account.call<Source>('POST', '/v1/sources', { json: { name: 'Mailroom' } })).body;
    const answer = await account.call('POST', `/v1/sources/${id}/documents`, call);
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_ERROR' } });
  });
});

function withPart(name: string, text: string): FormData {
  const form = formWith(invoiceText(1));
  form.set(name, text);
  return form;
}

describe('webhooks', () => {
  test('are changed by two at a time, each in what it names', async () => {
    const account = await newAccount();
    const made = await account.call<Webhook>('POST', '/v1/webhooks', { json: { url: 'https://hooks.example.com/in' } });
    const path = `/v1/webhooks/${made.body.id}`;
    const changes = [{ url: 'https://hooks.example.com/new' }, { events: ['job.failed'] }, { is_active: false }];
    await Promise.all(changes.map((json) => account.call('PATCH', path, { json })));
    expect((await account.call('GET', path)).body).toMatchObject(Object.assign({}, ...changes));
  });

  test('may be sent back as they were read, also when their source was deleted', async () => {
    const account = await newAccount();
    const { id } = (await account.call<Source>('POST', '/v1/sources', { json: { name: 'Mailroom' } })).body;
    const json = { url: 'https://hooks.example.com/in', source_connection_id: id };
    const made = await account.call<Webhook>('POST', '/v1/webhooks', { json });
    await account.call('DELETE', `/v1/sources/${id}`);
    const read = await account.call<Webhook>('GET', `/v1/webhooks/${made.body.id}`);
    const sent = await account.call<Webhook>('PUT', `/v1/webhooks/${made.body.id}`, { json: read.body });
    expect([sent.status, sent.body.source_connection_id]).toEqual([200, id]);
  });

  test('are stored without ever telling their secret, changed, listed and deleted', async () => {
    const account = await newAccount();
    const source = await account.call<Source>('POST', '/v1/sources', { json: { name: 'Mailroom' } });
    const json = { url: 'https://hooks.example.com/in', secret: 'secret of the house' };
    const call = { json, headers: { 'idempotency-key': 'k' } };
    const { status, body } = await account.call('POST', '/v1/webhooks', call);
    const webhook = Webhook.strict().parse(body);
    expect([status, webhook.has_secret, webhook.events]).toEqual([
      201,
      true,
      ['extraction.complete', 'extraction.failed'],
    ]);
    expect((await account.call('POST', '/v1/webhooks', call)).body).toEqual(webhook);
    const path = `/v1/webhooks/${webhook.id}`;
    const change = { events: ['job.failed'], is_active: false, source_connection_id: source.body.id, secret: null };
    const changed = await account.call<Webhook>('PATCH', path, { json: change });
    const { secret: _secret, ...shown } = change;
    expect(changed.body).toEqual({ ...webhook, ...shown, has_secret: false, updated_at: changed.body.updated_at });
    expect((await account.call('PUT', path, { json: {} })).body).toEqual(changed.body);
    expect((await account.call('GET', path)).body).toEqual(changed.body);
    expect((await account.call<WebhookList>('GET', '/v1/webhooks')).body.data).toEqual([changed.body]);
    expect((await account.call('DELETE', path)).body).toEqual({ deleted: true, id: webhook.id });
    expect((await account.call('GET', path)).status).toBe(404);
  });

  test.each(['events', 'delivery', 'signatures', 'retries'])('say what is true of their %s', async (fact) => {
    const account = await newAccount();
    expect(await account.call('GET', `/v1/webhooks/${fact}`)).toMatchObject({
      status: 200,
      body: { delivering: true },
    });
  });

  test('say of their retries what is set, a day and more', async () => {
    const account = await newAccount();
    const { body } = await account.call<{ delays_seconds: number[] }>('GET', '/v1/webhooks/retries');
    expect(body).toMatchObject({ gives_up_after_tries: body.delays_seconds.length + 1, disabled_after_hours: 72 });
    expect(body.delays_seconds.reduce((sum, delay) => sum + delay, 0)).toBeGreaterThanOrEqual(24 * 3600);
  });
});

describe('an upload by link', () => {
  test.each<[string, RequestInit]>([
    ['POST a form', { method: 'POST', body: formWith(invoiceText(1)) }],
    [
      'PUT the bytes, as curl sends them',
      {
        method: 'PUT',
        body: invoiceText(1).bytes,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
    ],
  ])('takes the document without a key: %s', async (_how, init) => {
    const account = await newAccount();
    const before = Date.now();
    const opened = await account.call('POST', '/v1/documents/upload-session', { json: { filename: 'Letter.txt' } });
    const session = UploadSession.strict().parse(opened.body);
    expect(opened.status).toBe(201);
    expect(session.upload_url).toMatch(/^https:\/\/quarry\.test\/v1\/upload\/[\w-]{43}$/);
    const lasts = Date.parse(session.expires_at) - before;
    expect([lasts >= 900_000, lasts < 910_000]).toEqual([true, true]);
    const announced = await account.call<Document>('GET', `/v1/documents/${session.document_id}`);
    expect(announced.body).toMatchObject({ filename: 'Letter.txt', status: 'pending', size_bytes: 0 });
    const early = await account.call('GET', `/v1/documents/${session.document_id}/markdown`);
    expect([early.status, early.body]).toMatchObject([409, { message: expect.stringContaining('announced') }]);

    const sent = await fetchWorker(session.upload_url.slice(ORIGIN.length), init);
    expect([sent.status, await sent.json()]).toMatchObject([201, { id: session.document_id, mime_type: 'text/plain' }]);
    const document = await account.call<Document>('GET', `/v1/documents/${session.document_id}`);
    expect(document.body).toMatchObject({ filename: 'Letter.txt', size_bytes: invoiceText(1).bytes.length });
    const other = { ...init, body: formWith(invoiceText(2)), headers: {} };
    expect((await fetchWorker(session.upload_url.slice(ORIGIN.length), other)).status).toBe(409);
  });

  test('is open for an hour at most, under the prefix it was asked for by', async () => {
    const account = await newAccount();
    const json = { filename: 'a.txt', expires_in: 86_400 };
    const { body } = await account.call<UploadSession>('POST', '/talonic/v1/documents/upload-session', { json });
    expect(body.upload_url).toContain(`${ORIGIN}/talonic/v1/upload/`);
    expect(Date.parse(body.expires_at) - Date.now()).toBeLessThanOrEqual(3_600_000);
    const sent = await fetchWorker(body.upload_url.slice(ORIGIN.length), { method: 'POST', body: 'Order number: 1' });
    expect(sent.status).toBe(201);
  });

  test('is refused before its bytes are read when nobody announced it', async () => {
    let chunks = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(65_536));
        if (chunks === 200) controller.close();
      },
    });
    expect((await fetchWorker('/v1/upload/never-given', { method: 'PUT', body })).status).toBe(404);
    expect(chunks).toBeLessThan(20);
  });

  test.each([
    ['PUT', ''],
    ['GET', ''],
    ['POST', '/'],
    ['PUT', '?access_token=x'],
  ])('is logged and refused without its token: %s it%s', async (method, end) => {
    const log = vi.spyOn(console, 'log').mockReturnValue();
    try {
      const init = { method, ...(method === 'GET' ? {} : { body: 'x' }) };
      const refused = await fetchWorker(`/v1/upload/the-secret-token${end}`, init);
      const lines = JSON.stringify(log.mock.calls);
      expect([lines.includes('/v1/upload/'), lines.includes('the-secret-token')]).toEqual([true, false]);
      expect(await refused.text()).not.toContain('the-secret-token');
    } finally {
      log.mockRestore();
    }
  });
});

describe('money', () => {
  test('is neither asked for nor used up, and the price list needs no key', async () => {
    const account = await newAccount();
    for (const path of ['/v1/credits', '/v1/credits/balance']) {
      const { body } = await account.call('GET', path);
      expect(Balance.strict().parse(body)).toMatchObject({ balance_credits: 0, projected_runway_days: -1 });
    }
    const response = await fetchWorker('/v1/pricing');
    const pricing = Pricing.strict().parse(await response.json());
    expect(pricing.units.every(({ credits, eur, free }) => credits === 0 && eur === 0 && free)).toBe(true);
    expect(response.headers.get('x-ratelimit-limit')).not.toBeNull();
  });

  test('is not what usage is counted in: documents are', async () => {
    const account = await newAccount();
    const form = formWith(invoiceText(1));
    form.set('schema', JSON.stringify(INVOICE_SCHEMA));
    expect((await account.call<Extracted>('POST', '/v1/extract', { form })).status).toBe(200);
    const credits = await account.call('GET', '/v1/usage/credits?days=1');
    expect(CreditUsage.strict().parse(credits.body)).toEqual({
      period_days: 1,
      total_credits: 0,
      by_function: [{ operation_type: 'extract', operations: 1, credits: 0 }],
    });
    const usage = await account.call('GET', '/v1/usage');
    expect(Usage.strict().parse(usage.body)).toEqual({ period_days: 30, jobs: 1, documents: 1, total_tokens: 0 });
  });
});
