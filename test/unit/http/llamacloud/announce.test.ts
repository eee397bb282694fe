import { describe, expect, test } from 'vitest';
import { announcer } from '../../../../src/http/llamacloud/announce';
import { AnnouncementBody } from '../../../../src/http/llamacloud/announcement-wire';
import { toHooks, toStoredHooks } from '../../../../src/http/llamacloud/to-hooks';
import type { WebhookConfiguration } from '../../../../src/http/llamacloud/webhook-wire';
import type { JobSummary } from '../../../../src/jobs/job';
import type { WebhookRecord } from '../../../../src/jobs/webhook';
import type { JobMoment } from '../../../../src/jobs/webhooks/announcement';
import type { Hook } from '../../../../src/jobs/webhooks/hook';
import { ANNOUNCEMENT_ID, DELIVERY_ID, hookTo, jobAnnouncement, TOLD_BY_ALL } from '../../../support/announcements';
import { NOON, summaryOf } from '../talonic/records';

const URL_GIVEN = 'https://hooks.example.com/in';
const ENDED = summaryOf({ id: 'J', status: 'completed', phase: null, endedAt: NOON + 5000 });

function onlyHook(configuration: WebhookConfiguration, generation: 1 | 2 = 1): Hook {
  const [hook] = toHooks([configuration], { generation, about: { file_id: 'F' } });
  return hook ?? hookTo('none');
}

const told = (hook: Hook, kind: JobMoment = 'job.completed', job: JobSummary = ENDED) => {
  const letter = announcer.tell(jobAnnouncement(kind, job, NOON), hook, DELIVERY_ID);
  return letter && { ...letter, body: AnnouncementBody.parse(JSON.parse(letter.body)) };
};

describe('what a LlamaCloud webhook is sent', () => {
  test("of a job is the vendor's body under its headers, the job as text", () => {
    const { body, ...letter } = told(onlyHook({ webhook_url: URL_GIVEN })) ?? {};
    expect(letter).toEqual({
      eventType: 'extract.success',
      headers: {
        'User-Agent': 'llamaindex-webhook-service/1.0',
        'X-Webhook-Event-ID': ANNOUNCEMENT_ID,
        'X-Webhook-Event-Type': 'extract.success',
      },
      signatureHeader: null,
      timestampHeader: null,
    });
    expect({ ...body, data: JSON.parse(String(body?.data)) }).toEqual({
      event_id: ANNOUNCEMENT_ID,
      event_type: 'extract.success',
      timestamp: NOON / 1000,
      data: {
        id: 'J',
        job_id: 'J',
        status: 'SUCCESS',
        error: null,
        created_at: '2026-01-02T03:04:05.006Z',
        updated_at: '2026-01-02T03:04:10.006Z',
        file_id: 'F',
      },
    });
  });

  test('is an object where it asked for JSON, in the words of the generation it was asked in', () => {
    const hook = onlyHook({ webhook_url: URL_GIVEN, webhook_output_format: 'json' }, 2);
    const problem = { code: 'document-unreadable', message: 'a.pdf is locked' } as const;
    const failed = told(hook, 'job.failed', summaryOf({ id: 'J', status: 'failed', problem }));
    expect([failed?.eventType, failed?.body.data]).toEqual([
      'extract.error',
      expect.objectContaining({
        id: 'ext-J',
        job_id: 'ext-J',
        status: 'FAILED',
        error_message: 'document_unreadable: a.pdf is locked',
        file_id: 'F',
      }),
    ]);
  });

  test("is signed in the vendor's way where it brought a secret", () => {
    const hook = onlyHook({ webhook_url: URL_GIVEN, webhook_signing_secret: 'a quiet word' });
    expect(told(hook)?.signatureHeader).toEqual({ name: 'LC-Signature', prefix: 'sha256=' });
  });

  test('never contradicts itself: results that ran out do not make an error of a success', () => {
    const hook = onlyHook({ webhook_url: URL_GIVEN });
    expect((['job.queued', ...TOLD_BY_ALL] as const).map((kind) => told(hook, kind)?.eventType ?? null)).toEqual([
      'extract.pending',
      null,
      null,
      'extract.success',
      'extract.error',
      'extract.cancelled',
      null,
    ]);
  });

  test('is what it asked for; an address that is missing is told nothing', () => {
    const hook = onlyHook({ webhook_url: URL_GIVEN, webhook_events: ['extract.error', 'parse.success'] });
    expect([told(hook), told(hook, 'job.failed')?.eventType]).toEqual([null, 'extract.error']);
    expect(toHooks([{ webhook_url: null }, {}], { generation: 1, about: {} })).toEqual([]);
    expect(toHooks(null, { generation: 1, about: {} })).toEqual([]);
  });

  test('at a stored configuration has the format that is stored', () => {
    const stored: WebhookRecord = {
      ...hookTo('llamacloud', { asked: { form: 'f', body: { webhook_output_format: 'json' } } }),
      id: 'W',
      accountId: 'a',
      isActive: true,
      disabled: null,
      createdAt: NOON,
      updatedAt: NOON,
    };
    const [hook] = toStoredHooks([stored], { generation: 2, about: { file_input: 'F' } });
    expect(hook?.webhookId).toBe('W');
    expect(hook && told(hook)?.body.data).toMatchObject({ id: 'ext-J', file_input: 'F' });
  });
});
