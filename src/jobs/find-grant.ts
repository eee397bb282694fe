import { sha256Hex } from './digest';
import { JobError } from './errors';
import type { GrantRecord } from './grant';
import type { Ports } from './ports';

/** What a token stands for. Throws `not-found` for one that is unknown, has run out, or stands for something else. */
export async function findGrant(
  ports: Pick<Ports, 'clock' | 'grants'>,
  token: string,
  kind: GrantRecord['kind'],
): Promise<GrantRecord> {
  const grant = await ports.grants.get(await sha256Hex(token), ports.clock());
  if (grant?.kind !== kind) throw new JobError('not-found', `This ${kind} link does not exist or has run out`);
  return grant;
}
