/** Ours: the vendor's keys are made on its pages. What is not known is refused, so that no key gets more than was meant. */
import { z } from 'zod';
import { SCOPES } from '../../jobs/scope';
import { Instant, ListQuery } from './list-window';
import { Pagination } from './wire';

/** It stands in the names of stored things. */
const Account = z
  .string('must be text')
  .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, 'must be 1 to 63 lower-case letters, digits, "-" or "_"');

/** An empty one is a mistake: the key would never end. */
const End = z.string('must be an ISO 8601 date').min(1, 'must be an ISO 8601 date').pipe(Instant.unwrap());

/** Longest time that a replaced secret may live on: our number. */
const MAX_OVERLAP_SECONDS = 30 * 24 * 60 * 60;

export const AccountQuery = z.object({ account: Account.optional() });
export const AccountListQuery = ListQuery.extend(AccountQuery.shape);

export const CreateKeyBody = z.strictObject({
  name: z.string('must be text').trim().max(100, 'at most 100 characters').optional(),
  scopes: z
    .array(z.enum(SCOPES, `must be one of ${SCOPES.join(', ')}`), 'must be a list of scopes')
    .min(1, 'must name at least one scope')
    .optional(),
  expires_at: End.nullish(),
  account: Account.optional(),
});
export type CreateKeyBody = z.infer<typeof CreateKeyBody>;

export const RotateKeyBody = z.strictObject({
  overlap_seconds: z
    .int('must be a whole number of seconds')
    .min(0, 'must not be negative')
    .max(MAX_OVERLAP_SECONDS, `at most ${MAX_OVERLAP_SECONDS} (30 days)`)
    .optional(),
});

/** The key a server is started with has an id of its own kind. */
export const KeyId = z
  .string()
  .regex(/^(key_[0-9a-f]{16}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i, 'must be the id of a key')
  .toLowerCase();

export const Key = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  prefix: z.string().nullable(),
  created_at: z.string(),
  expires_at: z.string().nullable(),
  last_used_at: z.string().nullable(),
  rotated_at: z.string().nullable(),
  revoked_at: z.string().nullable(),
});
export type Key = z.infer<typeof Key>;

/** `key` is told here and never again. */
export const NewKey = Key.extend({ key: z.string() });
export type NewKey = z.infer<typeof NewKey>;

export const KeyList = z.object({ data: z.array(Key), pagination: Pagination });
export type KeyList = z.infer<typeof KeyList>;
