import type { Ports } from '../../src/jobs/ports';
import type { Database } from './database';
import type { Call } from './database-upkeep';

/** Rows of accounts that are being deleted. */
export function departuresOf(database: Database, call: Call): Pick<Ports, 'deletions'> {
  return {
    deletions: {
      begin: (accountId, now) =>
        call('begin deletion of account', () => {
          if (!database.departures.has(accountId)) database.departures.set(accountId, now);
          for (const [sha256, holder] of database.keys) if (holder === accountId) database.keys.set(sha256, null);
          for (const [id, webhook] of database.webhooks)
            if (webhook.accountId === accountId) database.webhooks.delete(id);
        }),
      isUnderWay: (accountId) => call('is account deleted', () => database.departures.has(accountId)),
      underWay: () =>
        call('account deletions', () =>
          [...database.departures].map(([accountId, foundAt]) => ({ accountId, foundAt })),
        ),
      destinationsOf: (accountId, after) =>
        call('destinations', () => {
          const rows = [...database.deliveries.values()].filter((row) => row.accountId === accountId);
          const names = new Set(rows.map(({ destination }) => destination));
          return [...names].filter((name) => name > (after ?? '')).sort();
        }),
      removeJobs: (accountId, jobIds) =>
        call('remove rows of jobs', () => {
          for (const jobId of jobIds)
            if (database.jobs.get(jobId)?.accountId === accountId) database.jobs.delete(jobId);
        }),
      removeRows: (accountId) =>
        call('remove rows', () => {
          const rows = rowsOf(database, accountId).filter(({ name }) => database.visible(name) === null);
          for (const row of rows) row.remove();
          return rows.length;
        }),
      noteFound: (accountId, now) =>
        call('note found', () => {
          if (database.departures.has(accountId)) database.departures.set(accountId, now);
        }),
      finish: (accountId) =>
        call('finish deletion of account', () => {
          database.departures.delete(accountId);
        }),
    },
  };
}

/** Every row that an account has, but for its keys. */
export function rowsOf(database: Database, accountId: string): readonly { readonly name: string; remove(): void }[] {
  const found: { name: string; remove(): void }[] = [];
  const look = <Row>(table: Map<string, Row>, ownerOf: (row: Row, key: string) => string) => {
    for (const [key, row] of table)
      if (ownerOf(row, key) === accountId) found.push({ name: key, remove: () => table.delete(key) });
  };
  look(database.jobs, (row) => row.accountId);
  look(database.extractions, ({ record }) => record.accountId);
  look(database.claims, (_, key) => key.split('/')[0] ?? '');
  look(database.deliveries, (row) => row.accountId);
  look(database.webhooks, (row) => row.accountId);
  look(database.removals, ({ removal }) => removal.accountId);
  for (const { id, accountId: owner } of database.documents.values())
    if (owner === accountId) found.push({ name: id, remove: () => void database.removeDocument(id) });
  return found;
}
