/** What webhooks are sent, by the running service to a receiver on this machine. */
import { createHmac } from 'node:crypto';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AnnouncementBody, JobData } from '../../src/http/talonic/announcement-wire';
import { type Delivery, DeliveryDetail, DeliveryList } from '../../src/http/talonic/delivery-wire';
import type { Extracted } from '../../src/http/talonic/extract-wire';
import type { Webhook } from '../../src/http/talonic/webhook-wire';
import { formWith, INVOICE_SCHEMA, invoiceText } from '../support/documents';
import { createInvoiceSchema, createJob, getJob, untilEnded, uploadAll } from '../support/jobs';
import { type Server, startServer } from '../support/server';
import { type Received, startReceiver, WELCOME, type WebhookReceiver } from '../support/webhook-receiver';

const PATIENCE = { timeout: 30_000, interval: 50 };

let server: Server;
let receiver: WebhookReceiver;
let schemaId: string;
/** What is answered at paths where nothing is taken in. */
const closed = new Map<string, number>();

beforeAll(async () => {
  receiver = await startReceiver(({ path }) => {
    if (path === '/silent') return { word: 'silent', answer: () => undefined };
    const status = closed.get(path);
    if (status === undefined) return WELCOME;
    return { word: String(status), answer: (response) => response.writeHead(status).end() };
  });
  server = await startServer({ WEBHOOK_RETRY_SECONDS: '0.1 0.1' });
  schemaId = await createInvoiceSchema(server.client);
});
afterAll(async () => {
  await server?.remove();
  await receiver?.close();
});

const at = (path: string): readonly Received[] => receiver.received.filter((request) => request.path === path);
const eventsAt = (path: string) => at(path).map(({ body }) => AnnouncementBody.parse(JSON.parse(body)));
const verify = (secret: string, { body, headers }: Received): unknown =>
  new Verifier(secret).verify(body, headers as Record<string, string>);

const make = (path: string, more: object = {}) =>
  server.client.ok<Webhook>('POST', '/v1/webhooks', { json: { url: `${receiver.url}${path}`, ...more } });

const deliveriesOf = async (id: string, query = ''): Promise<readonly Delivery[]> =>
  DeliveryList.strict().parse(await server.client.ok('GET', `/v1/webhooks/${id}/deliveries${query}`)).data;

async function runJob(index: number, more: object = {}): Promise<string> {
  const [documentId = ''] = await uploadAll(server.client, [invoiceText(index)]);
  if (Object.keys(more).length === 0) return createJob(server.client, `Job ${index}`, schemaId, [documentId]);
  const json = { schema_id: schemaId, document_ids: [documentId], ...more };
  return (await server.client.ok<{ id: string }>('POST', '/v1/jobs', { json })).id;
}

describe('A webhook', () => {
  it('keeps webhooks, tells what they were sent, and sends it again', async () => {
    closed.set('/one', 500);
    const webhook = await make('/one', { events: ['job.completed'] });
    const path = `/v1/webhooks/${webhook.id}`;
    const tested = await server.client.ok<{ id: string }>('POST', `${path}/test`);
    const jobId = await runJob(1);
    await vi.waitUntil(async () => (await deliveriesOf(webhook.id, '?status=failed')).length === 2, PATIENCE);

    const [about] = await deliveriesOf(webhook.id, '?event=job.completed');
    expect(about).toMatchObject({ job_id: jobId, status: 'failed', attempt_count: 3, next_attempt_at: null });
    const self = about?.links.self ?? '';
    const detail = DeliveryDetail.strict().parse(await server.client.ok('GET', self));
    expect(detail.attempts.map(({ outcome, status_code }) => [outcome, status_code])).toEqual(
      Array(3).fill(['status', 500]),
    );
    const listed = await server.client.ok<DeliveryList>('GET', `/v1/webhook-deliveries?job_id=${jobId}`);
    expect(listed.data.map(({ id }) => id)).toEqual([about?.id]);

    closed.delete('/one');
    expect(await server.client.ok('POST', `/v1/webhook-deliveries/${tested.id}/redeliver`)).toMatchObject({
      id: tested.id,
      status: 'pending',
    });
    await vi.waitUntil(async () => (await deliveriesOf(webhook.id, '?status=delivered')).length === 1, PATIENCE);
    expect(await server.client.ok('POST', `${path}/replay`)).toEqual({ webhook_id: webhook.id, replayed: 1 });
    await vi.waitUntil(async () => (await deliveriesOf(webhook.id, '?status=delivered')).length === 2, PATIENCE);

    const tries = at('/one').filter(({ headers }) => headers['webhook-id'] === about?.event_id);
    expect(tries.map(({ way }) => way)).toEqual(['500', '500', '500', '200']);
    expect(new Set(tries.map(({ body }) => body)).size).toBe(1);
    for (const request of at('/one')) verify(webhook.secret ?? '', request);
    const { secret } = await server.client.ok<{ secret: string }>('GET', '/v1/webhooks/signing-secret');
    expect(() => verify(secret, tries[0] as Received)).toThrow();
  });

  it('is switched off when its receiver says that it is gone, tells so, and is switched on again', async () => {
    closed.set('/gone', 410);
    const { id } = await make('/gone', { events: ['job.failed'] });
    const path = `/v1/webhooks/${id}`;
    await server.client.ok('POST', `${path}/test`);
    const read = () => server.client.ok<Webhook>('GET', path);
    await vi.waitUntil(async () => !(await read()).is_active, PATIENCE);
    expect((await read()).disabled).toEqual({
      at: expect.any(String),
      reason: expect.stringContaining('410'),
    });
    expect(await deliveriesOf(id)).toMatchObject([{ status: 'failed', attempt_count: 1 }]);
    const { data: changes } = await server.client.ok<{ data: object[] }>('GET', '/v1/audit');
    expect(changes).toContainEqual(expect.objectContaining({ action: 'webhook.disabled', subject_id: id }));
    expect((await server.client.call('POST', `${path}/replay`)).status).toBe(409);

    closed.delete('/gone');
    expect(await server.client.ok('PATCH', path, { json: { is_active: true } })).toMatchObject({ disabled: null });
    expect(await server.client.ok('POST', `${path}/replay`)).toMatchObject({ replayed: 1 });
    await vi.waitUntil(async () => (await deliveriesOf(id, '?status=delivered')).length === 1, PATIENCE);
  });

  it('does not wait for a receiver of another one that says nothing', async () => {
    const [silent, other] = [await make('/silent'), await make('/other')];
    await server.client.ok('POST', `/v1/webhooks/${silent.id}/test`);
    await vi.waitUntil(() => at('/silent').length === 1, PATIENCE);
    await server.client.ok('POST', `/v1/webhooks/${other.id}/test`);
    await vi.waitUntil(() => at('/other').length === 1, { ...PATIENCE, timeout: 5_000 });
    await server.client.ok('DELETE', `/v1/webhooks/${silent.id}`);
  });

  it('of a source hears of what came through it, and of jobs about nothing else', async () => {
    const { id: source } = await server.client.ok<{ id: string }>('POST', '/v1/sources', { json: { name: 'Scanner' } });
    const scanned: string[] = [];
    for (const index of [11, 12]) {
      const form = formWith(invoiceText(index));
      const path = `/v1/sources/${source}/documents`;
      scanned.push((await server.client.ok<{ document_id: string }>('POST', path, { form })).document_id);
    }
    const others = await uploadAll(server.client, [invoiceText(13)]);
    const events = ['job.started', 'job.completed', 'extraction.complete'];
    await make('/source', { events, source_connection_id: source });
    await make('/everything', { events: ['job.completed'] });
    const own = await createJob(server.client, 'Own', schemaId, scanned);
    const mixed = await createJob(server.client, 'Mixed', schemaId, [...scanned, ...others]);
    for (const id of [own, mixed]) await untilEnded(server.client, id);
    await vi.waitUntil(() => at('/everything').length === 2 && at('/source').length >= 6, PATIENCE);
    const told = eventsAt('/source').map(({ event, data }) => [
      event,
      'job_id' in data ? data.job_id : JobData.parse(data).id,
    ]);
    const extracted = (id: string) => scanned.map(() => ['extraction.complete', id]);
    expect(told.sort()).toEqual(
      [['job.started', own], ['job.completed', own], ...extracted(own), ...extracted(mixed)].sort(),
    );
  });

  it('hears of a job as it is read', async () => {
    await make('/told', { events: ['job.started', 'job.progress', 'job.completed', 'extraction.complete'] });
    const jobId = await runJob(2);
    await untilEnded(server.client, jobId);
    await vi.waitUntil(() => eventsAt('/told').some(({ event }) => event === 'job.completed'), PATIENCE);
    const job = await getJob(server.client, jobId);
    const told = eventsAt('/told').find(({ event }) => event === 'job.completed');
    const { links, ...rest } = JobData.strict().parse(told?.data);
    const { links: shown, ...now } = job;
    expect(rest).toEqual(now);
    expect(shown).toMatchObject(links);
  });
});

describe('A request for one job', () => {
  const SECRET_AT = '/v1/webhooks/signing-secret';
  const secretOfAccount = async () => (await server.client.ok<{ secret: string }>('GET', SECRET_AT)).secret;
  const verified = async (path: string) => {
    const secret = await secretOfAccount();
    return at(path).map((request) => AnnouncementBody.parse(verify(secret, request)));
  };

  it('says where to tell of it: its ends, under the secret of the account', async () => {
    const jobId = await runJob(4, { webhook_url: `${receiver.url}/job` });
    await vi.waitUntil(() => at('/job').length === 1, PATIENCE);
    const [told] = await verified('/job');
    expect(told).toMatchObject({ event: 'job.completed', data: { id: jobId, status: 'complete' } });
    const listed = await server.client.ok<DeliveryList>('GET', `/v1/webhook-deliveries?job_id=${jobId}`);
    expect(listed.data.find(({ webhook_id }) => webhook_id === null)?.url).toBe(`${receiver.url}/job`);
  });

  it('is answered and told of, also when it is sent again', async () => {
    const form = formWith(invoiceText(5));
    form.set('schema', JSON.stringify(INVOICE_SCHEMA));
    form.set('webhook_url', `${receiver.url}/extract`);
    const extracted = await server.client.ok<Extracted>('POST', '/v1/extract', { form });
    expect(await server.client.ok<Extracted>('POST', '/v1/extract', { form })).toMatchObject({
      extraction_id: extracted.extraction_id,
    });
    await vi.waitUntil(() => at('/extract').length === 1, PATIENCE);
    const [told] = await verified('/extract');
    expect(told).toMatchObject({
      event: 'extraction.complete',
      data: {
        extraction_id: extracted.extraction_id,
        document_id: extracted.document.id,
        status: 'complete',
        confidence: extracted.confidence.overall,
      },
    });
  });

  it('is not taken with an address that may not be spoken to', async () => {
    const json = { schema_id: schemaId, webhook_url: 'https://10.0.0.7/in' };
    const refused = await server.client.call<{ message: string }>('POST', '/v1/jobs', { json });
    expect([refused.status, refused.body.message]).toEqual([400, expect.stringMatching(/^webhook_url: 10\.0\.0\.7/)]);
  });

  it('says in LlamaCloud whom to tell, in its body and by stored configurations', async () => {
    const ask = <Body>(method: string, path: string, json: object) =>
      server.client.ok<Body>(method, `/llamacloud${path}`, { json });
    const [file_id = ''] = await uploadAll(server.client, [invoiceText(6)]);
    const stored = await ask<{ id: string }>('POST', '/api/v1/beta/webhook-configs', {
      webhook_url: `${receiver.url}/stored`,
      webhook_signing_secret: 'a quiet word',
      webhook_output_format: 'json',
    });
    const data_schema = { type: 'object', properties: { invoice_number: { type: 'string' } } };
    const first = await ask<{ id: string }>('POST', '/api/v1/extraction/run', {
      data_schema,
      config: {},
      file_id,
      webhook_configurations: [
        {
          webhook_url: `${receiver.url}/llama`,
          webhook_events: ['extract.success'],
          webhook_headers: { 'x-house': 'b' },
        },
      ],
    });
    const second = await ask<{ id: string }>('POST', '/api/v2/extract', {
      file_input: file_id,
      configuration: { data_schema },
      webhook_configuration_ids: [stored.id],
    });
    await vi.waitUntil(() => at('/llama').length === 1 && at('/stored').length === 2, PATIENCE);
    const [request] = at('/llama');
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'llamaindex-webhook-service/1.0',
      'x-webhook-event-type': 'extract.success',
      'x-house': 'b',
    });
    const body = JSON.parse(request?.body ?? '') as { event_id: string; data: string };
    expect(request?.headers).toMatchObject({ 'x-webhook-event-id': body.event_id, 'webhook-id': body.event_id });
    expect(JSON.parse(body.data)).toMatchObject({ id: first.id, job_id: first.id, status: 'SUCCESS', file_id });
    const told = at('/stored').map(({ body }) => JSON.parse(body) as { event_type: string; data: object });
    const byEvent = new Map(told.map(({ event_type, data }) => [event_type, data]));
    const about = { id: second.id, file_input: file_id };
    expect(byEvent.get('extract.pending')).toMatchObject({ ...about, status: 'PENDING' });
    expect(byEvent.get('extract.success')).toMatchObject({ ...about, status: 'COMPLETED' });
    for (const { body, headers } of at('/stored')) {
      const digest = createHmac('sha256', 'a quiet word').update(body).digest('hex');
      expect(headers['lc-signature']).toBe(`sha256=${digest}`);
    }
  });
});

describe('In another dialect, the service', () => {
  it('keeps webhooks in the manner of Retab', async () => {
    const headers = { 'api-key': server.key };
    const ask = <Body>(method: string, path: string, json?: object) =>
      server.client.ok<Body>(method, `/retab/v1/webhooks${path}`, { headers, ...(json ? { json } : {}) });
    const made = await ask<{ id: string; secret: string }>('POST', '', { url: `${receiver.url}/retab` });
    const jobId = await runJob(3);
    await vi.waitUntil(() => at('/retab').length === 1, PATIENCE);
    const [request] = at('/retab');
    const { secret, ...webhook } = made;
    expect(request && verify(secret, request)).toMatchObject({ event: 'job.completed' });
    const { body } = await server.client.call('GET', `/retab/v1/jobs/${jobId}`, { headers });
    expect(JSON.parse(request?.body ?? '')).toEqual({ event: 'job.completed', job: body });
    expect(await ask('GET', `/${webhook.id}`)).toEqual(webhook);
    expect(await ask('GET', '')).toMatchObject({ data: [webhook] });
    for (const [method, enabled] of [
      ['PATCH', false],
      ['PUT', true],
    ] as const)
      expect(await ask(method, `/${webhook.id}`, { enabled })).toMatchObject({ enabled });
    expect(await ask('DELETE', `/${webhook.id}`)).toEqual({ success: true, id: webhook.id });
  });
});
