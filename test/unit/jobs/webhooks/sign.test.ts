import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import type { Parcel } from '../../../../src/jobs/webhooks/parcel';
import { headersOf } from '../../../../src/jobs/webhooks/sign';
import { newSigningSecret } from '../../../../src/jobs/webhooks/signing-secret';

const HOOK = {
  webhookId: null,
  family: 'talonic',
  url: 'https://hooks.example/quarry',
  events: [],
  secret: null,
  headers: { 'X-Team': 'ledger', 'Content-Type': 'text/plain', 'webhook-id': 'mine' },
  sourceId: null,
  asked: { form: 'talonic/1', body: {} },
} as const;
const PARCEL: Parcel = {
  id: 'parcel-1',
  announcementId: '3f0c2f8e-6a1d-8b52-9d3c-1f2e3d4c5b6a',
  accountId: 'acme',
  destination: 'url-1',
  jobId: 'job-1',
  kind: 'job.completed',
  hook: HOOK,
  told: {
    eventType: 'job.completed',
    body: '{"event":"job.completed","name":"Müller & Söhne"}',
    headers: { 'X-Talonic-Event': 'job.completed' },
    signatureHeader: { name: 'X-Talonic-Signature', prefix: 'sha256=' },
    timestampHeader: 'X-Talonic-Timestamp',
  },
  createdAt: 1_000,
};
const NOW = Date.now();

describe('the headers of a try', () => {
  it.each([
    ['a secret as Standard Webhooks writes it', newSigningSecret(() => `${'A-_'.repeat(14)}A`), undefined],
    ['any other text', 'whsec_test_secret_do_not_use_in_production', { format: 'raw' as const }],
  ])('are verified by the library under %s', async (_, secret, options) => {
    const headers = await headersOf(PARCEL, HOOK, secret, NOW);
    const webhook = new Webhook(secret, options);
    expect(webhook.verify(PARCEL.told.body, { ...headers })).toEqual(JSON.parse(PARCEL.told.body));
    expect(() => webhook.verify(`${PARCEL.told.body} `, { ...headers })).toThrow();
  });

  it('carry the vendor signature of the same body and the time of the try', async () => {
    const secret = 'whsec_test_secret_do_not_use_in_production';
    const headers = await headersOf(PARCEL, HOOK, secret, NOW);
    expect(headers).toMatchObject({
      'X-Talonic-Event': 'job.completed',
      'X-Talonic-Signature': `sha256=${createHmac('sha256', secret).update(PARCEL.told.body).digest('hex')}`,
      'X-Talonic-Timestamp': String(Math.floor(NOW / 1000)),
    });
  });

  it('stand there once each, however the hook spells a name; who the hook says that asks is who asks', async () => {
    const headers = { 'user-agent': 'Ledger/2', 'x-talonic-SIGNATURE': 'mine', 'WEBHOOK-ID': 'mine' };
    const sent = new Headers(await headersOf(PARCEL, { headers }, 'some-secret', NOW));
    expect(sent.get('user-agent')).toBe('Ledger/2');
    expect(sent.get('webhook-id')).toBe(PARCEL.announcementId);
    expect(sent.get('x-talonic-signature')).toMatch(/^sha256=[0-9a-f]{64}$/);
    expect((await headersOf(PARCEL, { headers: {} }, 'some-secret', NOW))['User-Agent']).toBe('Quarry-Webhooks/1');
  });

  it('keep what the hook asks for, but for what says what is sent and by whom it is signed', async () => {
    const headers = await headersOf(PARCEL, HOOK, 'some-secret', NOW);
    expect(headers).toMatchObject({
      'X-Team': 'ledger',
      'Content-Type': 'application/json',
      'webhook-id': PARCEL.announcementId,
    });
  });
});
