import type { OutputRef, ParsedRef, WindowRef } from '../../jobs/blob-port';
import type { JobRef } from '../../jobs/job';

/**
 * Every R2 key, built here and nowhere else. All begin with the account, so that no key of one account can name an
 * object of another, and an account's objects share a prefix.
 */
export const contentKey = (accountId: string, sha256: string): string => `accounts/${accountId}/content/${sha256}`;

export const parsedPrefix = (accountId: string, sha256: string): string => `accounts/${accountId}/parsed/${sha256}/`;

export const parsedKey = ({ accountId, sha256, variant, part }: ParsedRef): string =>
  `${parsedPrefix(accountId, sha256)}${variant}/${part}.json`;

export const jobPrefix = ({ accountId, jobId }: JobRef): string => `accounts/${accountId}/jobs/${jobId}/`;

export const requestKey = (ref: JobRef): string => `${jobPrefix(ref)}request.json`;

export const outputKey = ({ attempt, index, phase, token, ...ref }: OutputRef): string =>
  `${jobPrefix(ref)}attempts/${attempt}/documents/${index}/${phase}.${token}.json`;

/** The file that belongs to an output. */
export const fileKey = (ref: OutputRef): string => `${outputKey(ref)}.file`;

export const windowKey = ({ attempt, index, phase, window, ...ref }: WindowRef): string =>
  `${jobPrefix(ref)}attempts/${attempt}/documents/${index}/${phase}.windows/${window}.json`;
