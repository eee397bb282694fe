import { freshSecret } from './create-key';
import { JobError } from './errors';
import { getKey } from './get-key';
import type { FreshKey, KeyRecord } from './key';
import { noteChange } from './note-change';
import type { Ports } from './ports';
import type { Caller } from './records';

/**
 * Gives a key another secret under the same id, with the same scopes and end; the old one is good for `overlapMs` more.
 * Throws `not-found`, and `conflict` for a key that was revoked or has expired.
 */
export async function rotateKey(ports: Ports, caller: Caller, id: string, overlapMs: number): Promise<FreshKey> {
  const now = ports.clock();
  refuseEnded(await getKey(ports, caller, id), now);
  const { key, secret } = await freshSecret(ports);
  await noteChange(ports, caller, 'key.rotated', id);
  await ports.keys.rotate(caller.accountId, id, secret, now, now + overlapMs);
  const record = await getKey(ports, caller, id);
  refuseEnded(record, now);
  return { record, key };
}

function refuseEnded({ id, revokedAt, expiresAt }: KeyRecord, now: number): void {
  const ended = revokedAt !== null ? 'was revoked' : expiresAt !== null && expiresAt <= now ? 'has expired' : null;
  if (ended !== null) throw new JobError('conflict', `Key ${id} ${ended}; make another one instead of rotating it`);
}
