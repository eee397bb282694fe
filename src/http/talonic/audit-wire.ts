/** Ours: what was done to the account's keys and webhooks. */
import { z } from 'zod';
import { AUDIT_ACTIONS } from '../../jobs/audit';
import { Pagination } from './wire';

export const AuditEntry = z.object({
  id: z.string(),
  account: z.string(),
  action: z.enum(AUDIT_ACTIONS),
  subject_id: z.string(),
  /** null: the server did it by itself. */
  key_id: z.string().nullable(),
  request_id: z.string().nullable(),
  created_at: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditList = z.object({ data: z.array(AuditEntry), pagination: Pagination });
export type AuditList = z.infer<typeof AuditList>;
