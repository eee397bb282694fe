/** A thousand events to a receiver that fails half of the time in eight ways. */
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { AnnouncementBody } from '../../src/http/talonic/announcement-wire';
import { type Delivery, DeliveryList } from '../../src/http/talonic/delivery-wire';
import type { Webhook } from '../../src/http/talonic/webhook-wire';
import { invoiceText } from '../support/documents';
import { failingWays } from '../support/failing-ways';
import { createInvoiceSchema, createJob, getJob, untilEnded, uploadAll } from '../support/jobs';
import { seededRandom } from '../support/random';
import { type Server, startServer } from '../support/server';
import { type Received, startReceiver, WELCOME, type WebhookReceiver } from '../support/webhook-receiver';

const WEBHOOKS = 4;
const DOCUMENTS = 123;
/** Of each webhook: every document comes in and is extracted; the job starts, passes three milestones and ends. */
const EVENTS = 2 * DOCUMENTS + 5;

const TIMEOUT_MS = 250;
/** More waits than failures in a row. */
const DELAYS_MS = Array.from({ length: 12 }, (_, n) => (n < 3 ? 100 * (n + 1) : 400));
/** Failures in a row after which the receiver lets one through: a run of bad luck must not decide. */
const MOST_FAILURES = 6;

const VARS = {
  WEBHOOK_TIMEOUT_SECONDS: String(TIMEOUT_MS / 1000),
  WEBHOOK_RETRY_SECONDS: DELAYS_MS.map((delay) => delay / 1000).join(' '),
};

let server: Server;
let receiver: WebhookReceiver;
const webhooks: Webhook[] = [];
const random = seededRandom(20261122);

beforeAll(async () => {
  const ways = failingWays(TIMEOUT_MS);
  const failures = new Map<string, number>();
  receiver = await startReceiver(({ path, headers }) => {
    const key = `${path} ${headers['webhook-id']}`;
    const failed = failures.get(key) ?? 0;
    if (failed >= MOST_FAILURES || random() < 0.5) return WELCOME;
    failures.set(key, failed + 1);
    // The slow ones hold up the rest: each comes a third as often.
    const slow = random() < 1 / 6;
    return ways[slow ? 5 + Math.floor(random() * 3) : Math.floor(random() * 5)] ?? WELCOME;
  });
  server = await startServer(VARS);
  for (let index = 0; index < WEBHOOKS; index++) {
    const events = AnnouncementBody.shape.event.options.filter((event) => event !== 'webhook.test');
    const json = { url: `${receiver.url}/${index}`, events };
    webhooks.push(await server.client.ok<Webhook>('POST', '/v1/webhooks', { json }));
  }
});
afterAll(async () => {
  await server?.remove();
  await receiver?.close();
});

async function deliveriesOf({ id }: Webhook): Promise<readonly Delivery[]> {
  const found: Delivery[] = [];
  for (let cursor = ''; ; ) {
    const path = `/v1/webhooks/${id}/deliveries?limit=100&cursor=${cursor}`;
    const { data, pagination } = DeliveryList.parse(await server.client.ok('GET', path));
    found.push(...data);
    if (pagination.next_cursor === null) return found;
    cursor = pagination.next_cursor;
  }
}

const count = async ({ id }: Webhook, status: string): Promise<number> => {
  const path = `/v1/webhooks/${id}/deliveries?limit=1&status=${status}`;
  return DeliveryList.parse(await server.client.ok('GET', path)).pagination.total;
};

it('delivers a thousand events, each under one id and signed, to a receiver that fails half of the time', async () => {
  const schemaId = await createInvoiceSchema(server.client);
  const uploads = Array.from({ length: DOCUMENTS }, (_, index) => invoiceText(index));
  const documentIds = await uploadAll(server.client, uploads);
  const jobId = await createJob(server.client, 'Many', schemaId, documentIds);
  await untilEnded(server.client, jobId);
  await vi.waitUntil(
    async () => {
      const delivered = await Promise.all(webhooks.map((webhook) => count(webhook, 'delivered')));
      return delivered.every((number) => number === EVENTS);
    },
    { timeout: 240_000, interval: 500 },
  );
  expect(await Promise.all(webhooks.map((webhook) => count(webhook, 'failed')))).toEqual(webhooks.map(() => 0));

  const job = await getJob(server.client, jobId);
  for (const [index, webhook] of webhooks.entries()) {
    const requests = receiver.received.filter(({ path }) => path === `/${index}`);
    const tries = Map.groupBy(requests, ({ headers }) => String(headers['webhook-id']));
    const deliveries = await deliveriesOf(webhook);
    expect(new Set(deliveries.map(({ event_id }) => event_id)).size).toBe(EVENTS);
    expect([...tries.keys()].sort()).toEqual(deliveries.map(({ event_id }) => event_id).sort());
    const subjects = [...tries.values()].map((same) => subjectOf(same));
    expect(new Set(subjects).size).toBe(EVENTS);
    for (const same of tries.values()) expectWithinSchedule(same);
    for (const request of requests) verify(webhook, request);
    expectState(requests, job);
  }
  expect(receiver.received.length).toBeGreaterThan(1.5 * WEBHOOKS * EVENTS);
  expect(new Set(receiver.received.map(({ way }) => way)).size).toBe(9);
}, 300_000);

const verify = ({ secret }: Webhook, { body, headers }: Received): unknown =>
  new Verifier(secret ?? '').verify(body, headers as Record<string, string>);

const read = ({ body }: Received): AnnouncementBody => AnnouncementBody.parse(JSON.parse(body));

/** What the event is about: two events that are about the same thing are one event under two ids. */
function subjectOf(same: readonly Received[]): string {
  expect(new Set(same.map(({ body }) => body)).size).toBe(1);
  const [first] = same;
  const { event, data } = first === undefined ? { event: '', data: {} } : read(first);
  const about = 'document_id' in data ? data.document_id : 'id' in data ? data.progress : '';
  return `${event} ${about}`;
}

/** Every try was waited for, longer where the receiver asked for it; and there were no more than there are waits. */
function expectWithinSchedule(same: readonly Received[]): void {
  expect(same.length).toBeLessThanOrEqual(MOST_FAILURES + 1 + MISSED);
  expect(same.length).toBeLessThanOrEqual(DELAYS_MS.length + 1);
  for (const [number, { at, way }] of same.entries()) {
    const next = same[number + 1];
    if (next === undefined) continue;
    const wait = Math.max(DELAYS_MS[number] ?? 0, way === '503' ? 1000 : 0);
    expect([way, next.at - at >= wait - CLOCK_MS]).toEqual([way, true]);
  }
}

/** Answers that came in time but were heard too late, on a machine that has much else to do. */
const MISSED = 4;
/** Two processes read the clock. */
const CLOCK_MS = 5;

/** The end that was told is the end that is read. */
function expectState(requests: readonly Received[], job: object): void {
  const ends = requests.map(read).filter(({ event }) => event === 'job.completed');
  for (const { data } of ends) {
    const { links: _links, ...told } = data as { links: object };
    expect(job).toMatchObject(told);
  }
  expect(ends.length).toBeGreaterThan(0);
}
