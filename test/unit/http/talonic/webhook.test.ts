import { describe, expect, test } from 'vitest';
import { accept } from '../../../../src/http/door';
import { fromWebhook } from '../../../../src/http/talonic/from-webhook';
import { toCreateWebhook, toWebhookChange } from '../../../../src/http/talonic/to-webhook';
import { CreateWebhookBody, UpdateWebhookBody, Webhook } from '../../../../src/http/talonic/webhook-wire';
import { NOON } from './records';

const ID = '00000000-0000-4000-8000-000000000000';
const URL_GIVEN = 'https://hooks.example.com/in?a=1';
const create = (body: unknown) => toCreateWebhook(accept(CreateWebhookBody, body), 'k');

describe('a webhook', () => {
  test('is told of extractions unless it names its events, each once', () => {
    expect(create({ url: URL_GIVEN })).toEqual({
      family: 'talonic',
      url: URL_GIVEN,
      events: ['extraction.complete', 'extraction.failed'],
      secret: null,
      makesSecret: true,
      headers: {},
      sourceId: null,
      isActive: true,
      asked: { form: 'talonic/1', body: {} },
      idempotencyKey: 'k',
    });
    const events = ['job.failed', 'document.ingested', 'job.failed'];
    expect(
      create({ url: URL_GIVEN, events, secret: 'long enough', source_connection_id: ID, is_active: false }),
    ).toMatchObject({
      events: ['job.failed', 'document.ingested'],
      secret: 'long enough',
      sourceId: ID,
      isActive: false,
    });
  });

  test.each([
    [{}, 'url: must be an https URL'],
    [{ url: 'https://' }, 'url: must be an https URL'],
    [{ url: 'hooks.example.com' }, 'url: must be an https URL'],
    [{ url: `https://hooks.example.com/${'x'.repeat(2000)}` }, 'url: at most 2000 characters'],
    [{ url: URL_GIVEN, events: ['job.slept'] }, 'events[0]: must be one of extraction.complete'],
    [{ url: URL_GIVEN, events: [] }, 'events: at least one event'],
    [{ url: URL_GIVEN, events: 'job.failed' }, 'events: must be a list of events'],
    [{ url: URL_GIVEN, secret: 'short' }, 'secret: at least 8 characters'],
    [{ url: URL_GIVEN, source_connection_id: 'x' }, 'source_connection_id: must be a UUID'],
  ])('asked for with %j is refused', (body, message) => {
    expect(() => create(body)).toThrow(message);
  });

  test.each([
    [{}, {}],
    [{ is_active: false }, { isActive: false }],
    [
      { secret: null, source_connection_id: null },
      { secret: null, sourceId: null },
    ],
    [
      { url: URL_GIVEN, events: ['job.failed'] },
      { url: URL_GIVEN, events: ['job.failed'] },
    ],
  ])('changed by %j changes in that alone', (body, change) => {
    expect(toWebhookChange(accept(UpdateWebhookBody, body))).toEqual(change);
  });

  test('never tells its secret', () => {
    const { idempotencyKey: _key, makesSecret: _makes, ...given } = create({ url: URL_GIVEN, secret: 'long enough' });
    const body = fromWebhook({ ...given, id: ID, accountId: 'a', disabled: null, createdAt: NOON, updatedAt: NOON });
    expect(body).toEqual({
      id: ID,
      url: URL_GIVEN,
      events: ['extraction.complete', 'extraction.failed'],
      is_active: true,
      has_secret: true,
      source_connection_id: null,
      disabled: null,
      created_at: '2026-01-02T03:04:05.006Z',
      updated_at: '2026-01-02T03:04:05.006Z',
      links: { self: `/v1/webhooks/${ID}`, deliveries: `/v1/webhooks/${ID}/deliveries` },
    });
    expect(Webhook.strict().parse(body)).toEqual(body);
  });
});
