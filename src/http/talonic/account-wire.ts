/** Ours: the vendor's accounts are closed on its pages. */
import { z } from 'zod';
import type { Deleted } from './wire';

export const DeleteAccountQuery = z.object({
  account: z.string('name the account that is to be deleted, so that it is not done by accident'),
});

export interface DeletedAccount extends Deleted {
  /** Whether nothing is left of it already; the rest goes by itself. */
  readonly complete: boolean;
}
