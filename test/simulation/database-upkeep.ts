import type { Ports } from '../../src/jobs/ports';
import type { ContentRef, Removal } from '../../src/jobs/retention/retention-ports';
import type { Database } from './database';

/** A statement, or a batch of them, on its way to the database. */
export type Call = <Value>(name: string, effect: () => Value) => Promise<Value>;

const nameOf = ({ accountId, id }: Removal): string => `${accountId}/${id}`;

/** What the sweep asks of rows. */
export function upkeepOf(database: Database, call: Call): Pick<Ports, 'upkeep'> {
  const isOwned = ({ accountId, sha256 }: ContentRef) =>
    [...database.documents.values()].some((row) => row.accountId === accountId && row.sha256 === sha256);
  return {
    upkeep: {
      withoutDocument: (contents) =>
        call('contents without a document', () => contents.filter((content) => !isOwned(content))),
      notKept: (jobs) =>
        call('jobs that are not kept', () =>
          jobs.filter(({ jobId }) => (database.visible(jobId)?.status ?? 'expired') === 'expired'),
        ),
      clearRunOut: (now) =>
        call('clear claims', () => {
          for (const [name, claim] of database.claims) if (claim.expiresAt < now) database.claims.delete(name);
        }),
      forgetDeletedJobs: (before) =>
        call('forget deleted jobs', () => {
          for (const [id, { deletedAt }] of database.jobs)
            if (deletedAt !== null && deletedAt < before) database.jobs.delete(id);
        }),
      noteRemoval: (removal, startedAt) =>
        call('note removal', () => {
          database.removals.set(nameOf(removal), { removal, startedAt });
        }),
      forgetRemoval: (removal) =>
        call('forget removal', () => {
          database.removals.delete(nameOf(removal));
        }),
      removalsBefore: (before) =>
        call('removals', () =>
          [...database.removals.values()].flatMap(({ removal, startedAt }) => (startedAt < before ? removal : [])),
        ),
      walkedTo: () => call('walked to', () => database.walkedTo),
      noteWalkedTo: (name) =>
        call('note walked to', () => {
          database.walkedTo = name;
        }),
    },
  };
}
