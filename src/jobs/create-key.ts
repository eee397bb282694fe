import { shownOf, writeApiKey } from './api-key';
import { sha256Hex } from './digest';
import { JobError } from './errors';
import type { FreshKey, KeyRecord, KeySecret } from './key';
import { noteChange } from './note-change';
import type { Ports } from './ports';
import type { Caller } from './records';

export type CreateKey = Pick<KeyRecord, 'name' | 'scopes' | 'expiresAt'>;

/**
 * Makes a key in the caller's account, and the account if it is the first of it. Nobody can ask for the key again. Throws
 * `invalid-request` for an end that has passed, `conflict` for an account that is being deleted.
 */
export async function createKey(ports: Ports, caller: Caller, given: CreateKey): Promise<FreshKey> {
  if (given.expiresAt !== null && given.expiresAt <= ports.clock())
    throw new JobError('invalid-request', 'expires_at: must lie ahead', { field: 'expires_at' });
  const { key, secret } = await freshSecret(ports);
  const record: KeyRecord = {
    ...given,
    id: ports.ids(),
    accountId: caller.accountId,
    prefix: secret.prefix,
    createdAt: ports.clock(),
    lastUsedAt: null,
    rotatedAt: null,
    revokedAt: null,
  };
  await noteChange(ports, caller, 'key.created', record.id);
  if (!(await ports.keys.add(record, secret)))
    throw new JobError(
      'conflict',
      `account: "${caller.accountId}" is being deleted; make a key for it once that is over, in about half an hour`,
      { field: 'account' },
    );
  return { record, key };
}

/** A key that was never there before, and what is stored of it. */
export async function freshSecret(
  ports: Pick<Ports, 'tokens'>,
): Promise<{ readonly key: string; readonly secret: KeySecret }> {
  const key = writeApiKey(ports.tokens());
  return { key, secret: { sha256: await sha256Hex(key), prefix: shownOf(key) } };
}
