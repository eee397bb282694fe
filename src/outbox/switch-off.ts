import type { EpochMs } from '../jobs/job';
import type { Ports } from '../jobs/ports';
import { givenUpSlip } from '../jobs/webhooks/slip';
import { logInfo } from '../log';
import type { OutboxStore } from './outbox-store';

/** Parcels given up in one go. */
const AT_ONCE = 100;

/**
 * Switches the webhook off whose receiver is dead for good, where one is. Says so in the webhook before what waits is given
 * up, so that nothing more comes.
 */
export async function switchOffDead(
  store: OutboxStore,
  webhooks: Pick<Ports['webhooks'], 'disable'>,
  clock: Ports['clock'],
): Promise<void> {
  const reception = store.reception();
  if (reception.toSwitchOff === null) return;
  const parcel = [...store.pending(1), ...store.dead(1)][0]?.parcel;
  if (parcel?.hook.webhookId) {
    const { webhookId, family } = parcel.hook;
    const disabled = { at: clock(), reason: reception.toSwitchOff };
    const isNew = await webhooks.disable(parcel.accountId, family, webhookId, disabled);
    // Of one that was cleared meanwhile nothing is noted again.
    if (store.isEmpty()) return;
    if (isNew) logInfo('webhook switched off', { account: parcel.accountId, webhook: webhookId });
    giveUpPending(store, clock());
  }
  store.setReception({ ...store.reception(), toSwitchOff: null, failingSince: null });
}

/** All that waits is dead from now on. */
export function giveUpPending(store: OutboxStore, now: EpochMs): void {
  for (let left = store.pending(AT_ONCE); left.length > 0; left = store.pending(AT_ONCE))
    store.putAll(left.map((kept) => ({ ...kept, slip: givenUpSlip(kept.slip, now) })));
}
