import { authenticate } from '../jobs/authenticate';
import { JobError } from '../jobs/errors';
import type { EpochMs } from '../jobs/job';
import type { KeyHolder } from '../jobs/key';
import type { KeyIndex } from '../jobs/key-port';
import type { Allowance, Ports } from '../jobs/ports';
import type { Scope } from '../jobs/scope';
import { secondsUntilReset } from './rate-limit';

/** Who is counted when no good key was presented: guessing keys has one allowance for all. */
const ANONYMOUS = 'anonymous';

/** Who is counted where no key is needed: those who guess keys do not close the links of others. */
const KEYLESS = 'keyless';

/** Whether a request may go on, and what is left of its key's allowance either way. */
export type Admission = { readonly allowance: Allowance } & (
  | { readonly caller: KeyHolder }
  | { readonly refusal: JobError }
);

/** Counts every request, those with a bad key too. Refuses with `unauthorized` or `rate-limited`. */
export async function admit(
  ports: Pick<Ports, 'limiter'> & { readonly keys: Pick<KeyIndex, 'callerOf'> },
  presentedKey: string | null,
  now: EpochMs,
  keyPlace?: string,
): Promise<Admission> {
  const who = await authenticate(ports, presentedKey, keyPlace).catch(unauthorized);
  const allowance = await ports.limiter.take(who instanceof JobError ? ANONYMOUS : who.keyId);
  if (!allowance.allowed) return { allowance, refusal: overLimit(allowance, now) };
  return who instanceof JobError ? { allowance, refusal: who } : { allowance, caller: who };
}

/** Counts a request that needs no key. Refuses with `rate-limited`. */
export async function admitAnyone(
  ports: Pick<Ports, 'limiter'>,
  now: EpochMs,
): Promise<{ readonly allowance: Allowance; readonly refusal?: JobError }> {
  const allowance = await ports.limiter.take(KEYLESS);
  return allowance.allowed ? { allowance } : { allowance, refusal: overLimit(allowance, now) };
}

/** Throws `forbidden` where a key is not good for what is asked. */
export function demandScope({ scopes }: KeyHolder, needed: Scope): void {
  if (scopes.includes(needed)) return;
  const has = scopes.length === 0 ? 'none' : scopes.join(', ');
  throw new JobError('forbidden', `This needs a key with the scope "${needed}"; the one that was sent has ${has}.`, {
    requiredScopes: [needed],
  });
}

function unauthorized(error: unknown): JobError {
  if (error instanceof JobError) return error;
  throw error;
}

const overLimit = (allowance: Allowance, now: EpochMs): JobError =>
  new JobError(
    'rate-limited',
    `More than ${allowance.limit} requests in a minute; wait until the allowance is whole.`,
    {
      retryAfterSeconds: secondsUntilReset(allowance, now),
    },
  );
