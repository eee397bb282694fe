import { authenticate } from '../jobs/authenticate';
import { JobError } from '../jobs/errors';
import type { EpochMs } from '../jobs/job';
import type { Allowance, Ports } from '../jobs/ports';
import type { Caller } from '../jobs/records';
import { secondsUntilReset } from './rate-limit';

/** Who is counted when no good key was presented: guessing keys has one allowance for all. */
const ANONYMOUS = 'anonymous';

/** Who is counted where no key is needed: those who guess keys do not close the links of others. */
const KEYLESS = 'keyless';

/** Whether a request may go on, and what is left of its key's allowance either way. */
export type Admission = { readonly allowance: Allowance } & (
  | { readonly caller: Caller }
  | { readonly refusal: JobError }
);

/** Counts every request, those with a bad key too. Refuses with `unauthorized` or `rate-limited`. */
export async function admit(
  ports: Pick<Ports, 'keys' | 'limiter'>,
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
