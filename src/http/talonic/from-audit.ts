import type { AuditEntry as Entry } from '../../jobs/audit';
import type { Listing } from '../../jobs/records';
import type { AuditEntry, AuditList } from './audit-wire';
import { iso } from './from-job';
import { fromListing } from './list-window';

const fromEntry = ({ id, accountId, action, subjectId, keyId, requestId, createdAt }: Entry): AuditEntry => ({
  id,
  account: accountId,
  action,
  subject_id: subjectId,
  key_id: keyId,
  request_id: requestId,
  created_at: iso(createdAt),
});

export const fromAudit = (listing: Listing<Entry>, limit: number): AuditList => ({
  data: listing.items.map(fromEntry),
  pagination: fromListing(listing, limit),
});
