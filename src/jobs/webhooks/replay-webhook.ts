import { getWebhook } from '../get-webhook';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { destinationOf } from './hand-over';
import { hookOf } from './hook';
import { refuseSwitchedOff } from './switched-off';

/**
 * Sends everything again that was given up at this webhook, of any dialect; how much that is. Throws `not-found`; `conflict`
 * when it is switched off.
 */
export async function replayWebhook(ports: Ports, caller: Caller, id: string): Promise<number> {
  const webhook = await getWebhook(ports, caller, null, id);
  refuseSwitchedOff(webhook);
  const destination = await destinationOf(hookOf(webhook));
  return ports.outboxes.at({ accountId: caller.accountId, destination }).replay();
}
