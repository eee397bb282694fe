/** What a client makes of it when it is refused. */
import { JobError, type JobErrorCode } from '../../src/jobs/errors';
import type { Reply } from './server';

/** Which errors tell a client for certain that nothing was done. */
const CERTAIN: ReadonlySet<JobErrorCode> = new Set([
  'not-found',
  'not-cancellable',
  'not-retryable',
  'idempotency-mismatch',
  'invalid-request',
]);

export const isCertain = (error: unknown): error is JobError => error instanceof JobError && CERTAIN.has(error.code);

export const isNotFound = (reply: Reply<unknown>): boolean =>
  reply.kind === 'failed' && reply.error instanceof JobError && reply.error.code === 'not-found';
