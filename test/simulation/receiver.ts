import type { WebhookRecord } from '../../src/jobs/webhook';
import type { Announcement } from '../../src/jobs/webhooks/announcement';
import type { Announcer } from '../../src/jobs/webhooks/announcer';
import type { Courier, SendOutcome } from '../../src/jobs/webhooks/courier';
import type { Network } from './network';
import type { Owner } from './scheduler';

/** What the receiver of webhooks was told, by what its letters say of themselves. */
export interface Received {
  /** Whose letter it is. */
  readonly accountId: string;
  readonly at: number;
  readonly id: string;
  readonly body: string;
}

const FAMILY = 'simulated';

/** The one webhook of the account that stays. */
export const WEBHOOK: WebhookRecord = {
  id: 'webhook',
  accountId: 'acme',
  family: FAMILY,
  url: 'https://receiver.example/',
  events: [],
  secret: 'secret',
  headers: {},
  sourceId: null,
  isActive: true,
  disabled: null,
  asked: { form: 'simulated', body: {} },
  createdAt: 0,
  updatedAt: 0,
};

/** What a letter says of a job. */
export interface Said {
  readonly accountId: string;
  readonly kind: Announcement['kind'];
  readonly jobId: string | null;
  readonly attempt: number | null;
  readonly status: string | null;
}

export const ANNOUNCERS: Announcer = {
  listening: [FAMILY],
  tell: (announcement) => {
    const job = 'job' in announcement ? announcement.job : null;
    const said: Said = {
      accountId: announcement.accountId,
      kind: announcement.kind,
      jobId: job?.id ?? null,
      attempt: job?.attempt ?? null,
      status: job?.status ?? null,
    };
    const body = JSON.stringify({ ...said, at: announcement.at });
    return { eventType: announcement.kind, body, headers: {}, signatureHeader: null, timestampHeader: null };
  },
};

/** Takes letters; sometimes it is down, sometimes it takes one and its answer gets lost. */
export class Receiver {
  readonly received: Received[] = [];

  courierFor(owner: Owner, network: Network): Courier {
    const failed: SendOutcome = {
      problem: 'unreachable',
      status: null,
      message: null,
      retryAfterMs: null,
      elapsedMs: 1,
    };
    return {
      post: ({ headers, body }) =>
        network
          .call(owner, 'post', network.postFate(), () => {
            const { accountId }: Said = JSON.parse(body);
            this.received.push({ accountId, at: network.scheduler.now, id: headers['webhook-id'] ?? '', body });
            return { ...failed, problem: null, status: 200 };
          })
          .catch(() => failed),
    };
  }
}
