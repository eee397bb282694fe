import type { DeliveryPolicy } from './delivery-policy';

const HOUR_MS = 3_600_000;

/**
 * The policy from settings in words: seconds of each wait, parted by blanks, and hours. Throws an `Error` naming the setting
 * that is wrong.
 */
export function readDeliveryPolicy(retrySeconds: string, switchOffHours: string, keepMs: number): DeliveryPolicy {
  const delaysMs = retrySeconds
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => positive('WEBHOOK_RETRY_SECONDS', word) * 1000);
  return { delaysMs, switchOffAfterMs: positive('WEBHOOK_SWITCH_OFF_HOURS', switchOffHours) * HOUR_MS, keepMs };
}

function positive(name: string, word: string): number {
  const value = Number(word);
  if (!(value > 0)) throw new Error(`${name}: "${word}" is not a positive number; set it in wrangler.toml`);
  return value;
}
