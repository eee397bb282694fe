import { z } from 'zod';
import { inTurn } from '../jobs/in-turn';
import type { Ports } from '../jobs/ports';
import type { SendOutcome } from '../jobs/webhooks/courier';
import type { Hook } from '../jobs/webhooks/hook';
import { hookOf } from '../jobs/webhooks/hook';
import type { Parcel, ParcelMessage } from '../jobs/webhooks/parcel';
import { headersOf } from '../jobs/webhooks/sign';
import { logError, logInfo } from '../log';
import type { Delivery } from './consumer';

type DeliveryPorts = Pick<Ports, 'clock' | 'outboxes' | 'webhooks' | 'deletions' | 'signingSecrets' | 'courier'>;

/**
 * Letters under way at the same time: an invocation may have six connections. A batch has no more, so that none stands behind
 * another.
 */
const AT_ONCE = 6;

const Message: z.ZodType<ParcelMessage> = z.object({
  accountId: z.string(),
  destination: z.string(),
  parcelId: z.string(),
  version: z.literal(1),
});

/**
 * Carries out a batch of parcels. A message is a hint: the outbox says whether its parcel is due, and sends again what gets
 * lost. `later` takes over what is under way: the batches behind do not wait for a receiver that is slow. Without it the
 * batch waits for the end.
 */
export async function consumeParcels(
  ports: DeliveryPorts,
  deliveries: readonly Delivery[],
  later: ((carrying: Promise<unknown>) => void) | null = null,
): Promise<void> {
  const carrying = inTurn(deliveries, AT_ONCE, async (delivery) => {
    const message = Message.safeParse(delivery.body);
    if (message.success) await carry(ports, message.data);
    else logInfo('message of an unknown shape dropped', {});
  });
  if (later === null) await carrying;
  else later(carrying);
  for (const delivery of deliveries) delivery.ack();
}

/** Never throws: a try whose end nobody heard of is taken as lost by the outbox, which then sends the parcel again. */
async function carry(ports: DeliveryPorts, { accountId, destination, parcelId }: ParcelMessage): Promise<void> {
  try {
    const outbox = ports.outboxes.at({ accountId, destination });
    const handout = await outbox.lease(parcelId);
    if (handout === null) return;
    const { parcel, token } = handout;
    const outcome = await post(ports, parcel);
    await outbox.report(parcelId, token, outcome);
    const { problem, status, elapsedMs } = outcome;
    logInfo('webhook', { delivery: parcelId, kind: parcel.kind, problem, status, elapsed_ms: elapsedMs });
  } catch (error) {
    logError('webhook not carried out', error, { delivery: parcelId });
  }
}

async function post(ports: DeliveryPorts, parcel: Parcel): Promise<SendOutcome> {
  const hook = await currentHook(ports, parcel);
  if (hook === null) return GONE;
  const secret = hook.secret ?? (await ports.signingSecrets.of(parcel.accountId));
  const headers = await headersOf(parcel, hook, secret, ports.clock());
  const { url } = hook;
  return { ...(await ports.courier.post({ url, headers, body: parcel.told.body })), url };
}

const GONE: SendOutcome = {
  problem: 'gone',
  status: null,
  message: 'The webhook was deleted or switched off',
  retryAfterMs: null,
  elapsedMs: 0,
};

/** A stored webhook as it is now; null: it was deleted or switched off, or the account that one came with is being deleted. */
async function currentHook(
  { webhooks, deletions }: Pick<Ports, 'webhooks' | 'deletions'>,
  { accountId, hook }: Parcel,
): Promise<Pick<Hook, 'url' | 'headers' | 'secret'> | null> {
  if (hook.webhookId === null) return (await deletions.isUnderWay(accountId)) ? null : hook;
  const stored = await webhooks.get(accountId, hook.family, hook.webhookId);
  return stored?.isActive ? hookOf(stored) : null;
}
