import { sha256Hex } from './digest';
import { JobError } from './errors';
import type { RequestClaim } from './index-ports';
import type { EpochMs } from './job';
import type { Ports } from './ports';
import type { Caller } from './records';

/** How long an idempotency key answers with the job it made, in milliseconds. */
const KEY_LASTS_MS = 24 * 60 * 60_000;

/** How long the very same request without a key does. Clients re-post after a timeout; four attempts of a minute fit in. */
const SAME_LASTS_MS = 10 * 60_000;

/**
 * The id of the job that answers this request: a new one, or the one an earlier identical request claimed. Whoever finds
 * a claim whose job was never opened goes on with it under the same id; opening twice is harmless.
 * Throws `idempotency-mismatch` when the key was used for another request.
 */
export async function claimRequest(
  ports: Ports,
  { accountId }: Caller,
  asked: string,
  idempotencyKey: string | null,
): Promise<string> {
  const fingerprint = await sha256Hex(asked);
  const now = ports.clock();
  const name = idempotencyKey === null ? nameOfSame(fingerprint) : await nameOfKey(idempotencyKey);
  const expiresAt = now + (idempotencyKey === null ? SAME_LASTS_MS : KEY_LASTS_MS);
  const mine = { jobId: ports.ids(), fingerprint, claimedAt: now, expiresAt, isResent: idempotencyKey === null };
  const claim = await ports.requests.claim(accountId, name, mine, now);
  return jobOf(claim, fingerprint);
}

/** The id that this key answers with now; null when it was not used. Claims nothing. Throws `idempotency-mismatch`. */
export async function heldBy(
  ports: Ports,
  { accountId }: Caller,
  asked: string,
  idempotencyKey: string,
): Promise<string | null> {
  const claim = await ports.requests.holder(accountId, await nameOfKey(idempotencyKey), ports.clock());
  return claim === null ? null : jobOf(claim, await sha256Hex(asked));
}

function jobOf(claim: RequestClaim, fingerprint: string): string {
  if (claim.fingerprint === fingerprint) return claim.jobId;
  throw new JobError(
    'idempotency-mismatch',
    'Idempotency-Key was used before for another request; send a new key with a new request',
  );
}

/**
 * The id of a new job for this request, whatever came before: who asks the same again after this finds this one. Only where
 * it was overtaken, sent again after `receivedAt` by a client that gave it up, its job is that of the one sent again.
 */
export async function takeRequest(
  ports: Ports,
  { accountId }: Caller,
  asked: string,
  receivedAt: EpochMs,
): Promise<{ readonly jobId: string; readonly isOvertaken: boolean }> {
  const fingerprint = await sha256Hex(asked);
  const now = ports.clock();
  const mine = { jobId: ports.ids(), fingerprint, claimedAt: now, expiresAt: now + SAME_LASTS_MS, isResent: false };
  const { jobId } = await ports.requests.take(accountId, nameOfSame(fingerprint), mine, receivedAt);
  return { jobId, isOvertaken: jobId !== mine.jobId };
}

/** Makes room for a new job under the same request: the one that held the claim came to nothing. */
export async function releaseRequest(ports: Ports, { accountId }: Caller, asked: string, jobId: string): Promise<void> {
  await ports.requests.release(accountId, nameOfSame(await sha256Hex(asked)), jobId);
}

const nameOfKey = async (idempotencyKey: string): Promise<string> => `key:${await sha256Hex(idempotencyKey)}`;

const nameOfSame = (fingerprint: string): string => `same:${fingerprint}`;
