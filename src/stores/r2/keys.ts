import type { OutputRef, ParsedRef, WindowRef } from '../../jobs/blob-port';
import type { JobRef } from '../../jobs/job';
import type { BlobOwner, Removal } from '../../jobs/retention/retention-ports';

/**
 * Every R2 key, built here and nowhere else. All begin with the account, so that no key of one account can name an
 * object of another, and an account's objects share a prefix.
 */
export const ACCOUNTS = 'accounts/';

export const accountPrefix = (accountId: string): string => `${ACCOUNTS}${accountId}/`;

export const contentKey = (accountId: string, sha256: string): string => `${accountPrefix(accountId)}content/${sha256}`;

/** Of bytes that are set aside, by whichever removal. */
export const asidePrefix = (accountId: string, sha256: string): string => `${accountPrefix(accountId)}aside/${sha256}/`;

export const asideKey = ({ accountId, sha256, id }: Removal): string => `${asidePrefix(accountId, sha256)}${id}`;

export const parsedPrefix = (accountId: string, sha256: string): string =>
  `${accountPrefix(accountId)}parsed/${sha256}/`;

export const parsedKey = ({ accountId, sha256, variant, part }: ParsedRef): string =>
  `${parsedPrefix(accountId, sha256)}${variant}/${part}.json`;

export const jobsPrefix = (accountId: string): string => `${accountPrefix(accountId)}jobs/`;

export const jobPrefix = ({ accountId, jobId }: JobRef): string => `${jobsPrefix(accountId)}${jobId}/`;

/** The job of a `jobPrefix`. */
export const jobIdOf = (prefix: string): string => prefix.split('/').at(-2) ?? '';

export const requestKey = (ref: JobRef): string => `${jobPrefix(ref)}request.json`;

export const outputKey = ({ attempt, index, phase, token, ...ref }: OutputRef): string =>
  `${jobPrefix(ref)}attempts/${attempt}/documents/${index}/${phase}.${token}.json`;

/** The file that belongs to an output. */
export const fileKey = (ref: OutputRef): string => `${outputKey(ref)}.file`;

export const windowKey = ({ attempt, index, phase, window, ...ref }: WindowRef): string =>
  `${jobPrefix(ref)}attempts/${attempt}/documents/${index}/${phase}.windows/${window}.json`;

/** Whose the object of a key is; null: of a key that was not built here. */
export function ownerOf(key: string): BlobOwner | null {
  const [root, accountId, kind, name, parserVersion, ...rest] = key.split('/');
  if (root !== 'accounts' || !accountId || !name) return null;
  const content = { kind: 'content', accountId, sha256: name } as const;
  if (kind === 'content') return parserVersion === undefined ? content : null;
  if (parserVersion === undefined) return null;
  if (kind === 'aside') return rest.length === 0 ? content : null;
  if (kind === 'jobs') return { kind: 'job', accountId, jobId: name };
  return kind === 'parsed' && rest.length > 0 ? { kind, accountId, sha256: name, parserVersion } : null;
}
