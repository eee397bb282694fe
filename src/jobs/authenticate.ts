import { isMistyped } from './api-key';
import { sha256Hex } from './digest';
import { JobError } from './errors';
import type { KeyHolder } from './key';
import type { KeyIndex } from './key-port';

/** Who presents this key. Only its SHA-256 is looked up. `place`: how a key is sent. Throws `unauthorized`. */
export async function authenticate(
  ports: { readonly keys: Pick<KeyIndex, 'callerOf'> },
  presentedKey: string | null,
  place = 'Authorization: Bearer <key>',
): Promise<KeyHolder> {
  if (presentedKey === null) throw new JobError('unauthorized', `No API key was sent; send it as "${place}".`);
  const keySha256 = await sha256Hex(presentedKey);
  const caller = await ports.keys.callerOf(keySha256);
  if (caller !== null) return { ...caller, keySha256 };
  throw new JobError(
    'unauthorized',
    isMistyped(presentedKey)
      ? 'The API key was changed on the way: its last six characters do not fit the rest; send it as it was shown.'
      : 'The API key is not known here, or no longer.',
  );
}
