import type { FreshKey, KeyRecord } from '../../jobs/key';
import type { Listing } from '../../jobs/records';
import { iso, isoOrNull } from './from-job';
import type { Key, KeyList, NewKey } from './key-wire';
import { fromListing } from './list-window';

export const fromKey = (record: KeyRecord): Key => ({
  id: record.id,
  account: record.accountId,
  name: record.name,
  scopes: [...record.scopes],
  prefix: record.prefix,
  created_at: iso(record.createdAt),
  expires_at: isoOrNull(record.expiresAt),
  last_used_at: isoOrNull(record.lastUsedAt),
  rotated_at: isoOrNull(record.rotatedAt),
  revoked_at: isoOrNull(record.revokedAt),
});

export const fromFreshKey = ({ record, key }: FreshKey): NewKey => ({ ...fromKey(record), key });

export const fromKeys = (listing: Listing<KeyRecord>, limit: number): KeyList => ({
  data: listing.items.map(fromKey),
  pagination: fromListing(listing, limit),
});
