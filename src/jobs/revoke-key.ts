import { getKey } from './get-key';
import type { KeyRecord } from './key';
import { noteChange } from './note-change';
import type { Ports } from './ports';
import type { Caller } from './records';

/** From now on nobody is let in with it. One that is revoked stays as it is. Throws `not-found`. */
export async function revokeKey(ports: Ports, caller: Caller, id: string): Promise<KeyRecord> {
  const key = await getKey(ports, caller, id);
  if (key.revokedAt !== null) return key;
  await noteChange(ports, caller, 'key.revoked', id);
  await ports.keys.revoke(caller.accountId, id, ports.clock());
  return getKey(ports, caller, id);
}
