import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { describe, expect, test } from 'vitest';
import type { SourceRecord } from '../../../src/jobs/source';
import type { WebhookRecord } from '../../../src/jobs/webhook';
import { createD1SourceIndex, sourceListQueries } from '../../../src/stores/d1/source-index';
import { createD1WebhookIndex, listeningWebhooksQuery, webhookListQueries } from '../../../src/stores/d1/webhook-index';
import { planOf } from './plan';

const FIRST = { limit: 2, after: null, order: 'desc', offset: 0 } as const;
const LATER = { ...FIRST, after: { createdAt: 5, id: 'x' } };

const sourceOf = (number: number, changes: Partial<SourceRecord> = {}): SourceRecord => ({
  id: `source-${number}`,
  accountId: 'a',
  name: `Source ${number}`,
  type: 'api',
  createdAt: number,
  updatedAt: number,
  ...changes,
});

const webhookOf = (number: number, changes: Partial<WebhookRecord> = {}): WebhookRecord => ({
  id: `webhook-${number}`,
  accountId: 'a',
  family: 'one',
  url: 'https://hooks.example.com/in',
  events: ['job.failed', 'job.completed'],
  secret: 'secret of the house',
  headers: { 'x-house': 'a' },
  sourceId: null,
  isActive: true,
  disabled: null,
  asked: { form: 'test/1', body: { a: [1] } },
  createdAt: number,
  updatedAt: number,
  ...changes,
});

describe('sources in D1', () => {
  test('come back as they went in, are changed and go, for their account alone', async () => {
    const index = createD1SourceIndex(env.DB);
    await index.add(sourceOf(1));
    await index.add(sourceOf(1, { name: 'again' }));
    expect(await index.get('a', 'source-1')).toEqual(sourceOf(1));
    expect(await index.get('b', 'source-1')).toBeNull();
    expect(await index.update(sourceOf(1, { accountId: 'b', name: 'stolen' }))).toBe(false);
    expect(await index.update(sourceOf(1, { name: 'new', updatedAt: 9 }))).toBe(true);
    expect(await index.get('a', 'source-1')).toEqual(sourceOf(1, { name: 'new', updatedAt: 9 }));
    expect(await index.remove('b', 'source-1')).toBe(false);
    expect(await index.remove('a', 'source-1')).toBe(true);
    expect(await index.remove('a', 'source-1')).toBe(false);
  });

  test('are paged from an index', async () => {
    const index = createD1SourceIndex(env.DB);
    for (const number of [1, 2, 3]) await index.add(sourceOf(number));
    const page = await index.list('a', FIRST);
    expect(page).toEqual({ items: [sourceOf(3), sourceOf(2)], total: 3, next: { createdAt: 2, id: 'source-2' } });
    expect(await index.list('a', { ...FIRST, after: page.next })).toEqual({
      items: [sourceOf(1)],
      total: 3,
      next: null,
    });
    const { page: query, total } = sourceListQueries(drizzle(env.DB), 'a', LATER);
    expect(await planOf(query)).toContain('sources_by_time (account_id=? AND (created_at,id)<(?,?))');
    for (const one of [query, total]) expect(await planOf(one)).not.toMatch(/SCAN|TEMP B-TREE/);
  });
});

describe('webhooks in D1', () => {
  test('come back as they went in, are changed and go, for their account and family alone', async () => {
    const index = createD1WebhookIndex(env.DB);
    await index.add(webhookOf(1));
    await index.add(webhookOf(1, { url: 'https://again.example.com' }));
    expect(await index.get('a', 'one', 'webhook-1')).toEqual(webhookOf(1));
    expect(await index.get('a', 'other', 'webhook-1')).toBeNull();
    expect(await index.get('b', 'one', 'webhook-1')).toBeNull();
    expect(await index.update(webhookOf(1, { family: 'other' }))).toBeNull();
    const changed = webhookOf(1, { isActive: false, secret: null, events: [], sourceId: 's', updatedAt: 9 });
    expect(await index.update(changed)).toEqual(changed);
    expect(await index.get('a', 'one', 'webhook-1')).toEqual(changed);
    expect(await index.remove('a', 'other', 'webhook-1')).toBe(false);
    expect(await index.remove('a', 'one', 'webhook-1')).toBe(true);
    expect(await index.remove('a', 'one', 'webhook-1')).toBe(false);
  });

  test('are paged from an index', async () => {
    const index = createD1WebhookIndex(env.DB);
    for (const number of [1, 2, 3]) await index.add(webhookOf(number));
    await index.add(webhookOf(4, { family: 'other' }));
    const { items, total, next } = await index.list('a', 'one', FIRST);
    expect([items.map(({ id }) => id), total, next]).toEqual([
      ['webhook-3', 'webhook-2'],
      3,
      { createdAt: 2, id: 'webhook-2' },
    ]);
    const queries = webhookListQueries(drizzle(env.DB), 'a', 'one', LATER);
    expect(await planOf(queries.page)).toContain('webhooks_by_time (account_id=? AND family=?');
    for (const one of [queries.page, queries.total]) expect(await planOf(one)).not.toMatch(/SCAN|TEMP B-TREE/);
  });

  test('hear of everything while they are switched on, those of some families', async () => {
    const index = createD1WebhookIndex(env.DB);
    await index.add(webhookOf(1));
    await index.add(webhookOf(2, { isActive: false }));
    await index.add(webhookOf(3, { family: 'other' }));
    await index.add(webhookOf(4, { family: 'third' }));
    await index.add(webhookOf(5, { accountId: 'b' }));
    const ids = async () => (await index.listening('a', ['one', 'other'])).map(({ id }) => id);
    expect(await ids()).toEqual(['webhook-1', 'webhook-3']);
    const disabled = { at: 7, reason: 'Nothing arrives there' };
    expect(await index.disable('b', 'one', 'webhook-1', disabled)).toBe(false);
    expect(await index.disable('a', 'one', 'webhook-1', disabled)).toBe(true);
    expect(await index.disable('a', 'one', 'webhook-1', { ...disabled, at: 8 })).toBe(false);
    expect(await ids()).toEqual(['webhook-3']);
    expect(await index.get('a', 'one', 'webhook-1')).toEqual(webhookOf(1, { isActive: false, disabled, updatedAt: 7 }));
    const plan = await planOf(listeningWebhooksQuery(drizzle(env.DB), 'a', ['one', 'other']));
    expect(plan).toContain('webhooks_by_time (account_id=? AND family=?');
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
  });
});
