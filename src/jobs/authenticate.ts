import { sha256Hex } from './digest';
import { JobError } from './errors';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Who presents this key. Only its SHA-256 is looked up. `place`: how a key is sent. Throws `unauthorized`. */
export async function authenticate(
  ports: Pick<Ports, 'keys'>,
  presentedKey: string | null,
  place = 'Authorization: Bearer <key>',
): Promise<Caller> {
  if (presentedKey === null) throw new JobError('unauthorized', `No API key was sent; send it as "${place}".`);
  const caller = await ports.keys.callerOf(await sha256Hex(presentedKey));
  if (caller === null) throw new JobError('unauthorized', 'The API key is not known here.');
  return caller;
}
