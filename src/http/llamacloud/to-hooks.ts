/** Whom a request wants to be told of its job — pure. */
import type { AskedAs } from '../../jobs/request';
import type { WebhookRecord } from '../../jobs/webhook';
import { type Hook, hookOf } from '../../jobs/webhooks/hook';
import type { JsonObject, JsonValue } from '../../schema/json';
import { WEBHOOK_FAMILY, type WebhookConfiguration } from './webhook-wire';

/** How a hook is told of a job, and what of its request goes along. */
export interface Telling {
  /** Of the vendor's API. */
  readonly generation: 1 | 2;
  readonly format: 'string' | 'json';
  readonly about: JsonObject;
}

type Told = Omit<Telling, 'format'>;

/** A configuration without an address tells nobody. */
export const toHooks = (
  configurations: readonly WebhookConfiguration[] | null | undefined,
  told: Told,
): readonly Hook[] =>
  (configurations ?? []).flatMap((configuration) => {
    const { webhook_url, webhook_events, webhook_headers, webhook_signing_secret } = configuration;
    if (webhook_url == null) return [];
    return [
      {
        webhookId: null,
        family: WEBHOOK_FAMILY,
        url: webhook_url,
        events: webhook_events ?? [],
        secret: webhook_signing_secret || null,
        headers: webhook_headers ?? {},
        sourceId: null,
        asked: toAsked({ ...told, format: configuration.webhook_output_format ?? 'string' }),
      },
    ];
  });

/** Stored configurations that the request names. */
export const toStoredHooks = (webhooks: readonly WebhookRecord[], told: Told): readonly Hook[] =>
  webhooks.map((webhook) => ({
    ...hookOf(webhook),
    asked: toAsked({ ...told, format: formatOf(webhook.asked) }),
  }));

export const formatOf = ({ body }: AskedAs): Telling['format'] =>
  body.webhook_output_format === 'json' ? 'json' : 'string';

const FORM = 'llamacloud/hook';

const toAsked = ({ generation, format, about }: Telling): AskedAs => ({
  form: FORM,
  body: { generation, webhook_output_format: format, about },
});

export const readTelling = (asked: AskedAs): Telling => ({
  generation: asked.body.generation === 1 ? 1 : 2,
  format: formatOf(asked),
  about: asObject(asked.body.about),
});

/** Written only by `toAsked`. */
const asObject = (about: JsonValue | undefined): JsonObject => (about ?? {}) as JsonObject;
