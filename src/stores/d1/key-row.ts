import { type KeyRecord, type KeySecret, OPERATOR_ACCOUNT } from '../../jobs/key';
import { SCOPES, type Scope } from '../../jobs/scope';
import type { apiKeys } from './tables/accounts';

type Row = typeof apiKeys.$inferSelect;

export const toRow = ({ scopes, ...record }: KeyRecord, sha256: KeySecret['sha256']): Row => ({
  ...record,
  sha256,
  scopes: scopes.join(' '),
  replacedAt: null,
});

export const toRecord = ({ sha256: _, replacedAt: __, ...row }: Row): KeyRecord => ({ ...row, scopes: scopesOf(row) });

export function scopesOf({ scopes }: Pick<Row, 'scopes'>): readonly Scope[] {
  const words = scopes.split(' ');
  return SCOPES.filter((scope) => words.includes(scope));
}

/** The key a server is started with, as it is on first use. */
export const bootstrapKey = (sha256: string, now: number): KeyRecord => ({
  id: `key_${sha256.slice(0, 16)}`,
  accountId: OPERATOR_ACCOUNT,
  name: 'bootstrap',
  scopes: SCOPES,
  prefix: null,
  createdAt: now,
  expiresAt: null,
  lastUsedAt: now,
  rotatedAt: null,
  revokedAt: null,
});
