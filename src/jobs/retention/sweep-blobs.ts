import { inTurn } from '../in-turn';
import type { EpochMs, JobRef } from '../job';
import type { Ports } from '../ports';
import { ParsedBudget } from './parsed-budget';
import { removeStrayContent } from './remove-content';
import type { BlobOwner, ContentRef, StoredBlob } from './retention-ports';

/** Most pages of the bucket that one sweep looks at: each costs a few calls, and an invocation may make a thousand. */
const PAGES = 150;
/** Things deleted, and gates asked, at the same time. */
const AT_ONCE = 5;

export type SweepingPorts = Pick<
  Ports,
  'clock' | 'ids' | 'blobs' | 'blobWalk' | 'upkeep' | 'gates' | 'reader' | 'settings'
>;

/**
 * Goes through the bucket from where the last sweep ended and deletes what nobody owns: bytes without a document, what was
 * read of them or by parsers of another version, what is stored for jobs that are expired, deleted or were never opened, and the
 * parsed documents beyond their account's budget. What was written within the grace is left alone: bytes are stored before
 * what owns them. Goes on until `deadline`, but looks at one page at least. Answers how many blobs it looked at.
 */
export async function sweepBlobs(ports: SweepingPorts, deadline: EpochMs): Promise<number> {
  const { blobWalk, upkeep, clock, settings } = ports;
  const budget = new ParsedBudget(settings.parsedCacheBytes);
  let seen = 0;
  let after = await upkeep.walkedTo();
  for (let page = 1; ; page += 1) {
    const { blobs, isLast } = await blobWalk.page(after);
    await sweepPage(ports, blobs, budget);
    seen += blobs.length;
    after = isLast ? null : (blobs.at(-1)?.name ?? null);
    if (after !== null && page < PAGES && clock() < deadline) continue;
    await upkeep.noteWalkedTo(after, clock());
    return seen;
  }
}

async function sweepPage(ports: SweepingPorts, blobs: readonly StoredBlob[], budget: ParsedBudget): Promise<void> {
  const { blobWalk, clock, reader, settings } = ports;
  const before = clock() - settings.sweepGraceMs;
  const old = blobs.filter(({ storedAt }) => storedAt <= before);
  await removeUnowned(ports, distinct(old, contentOf));
  await removeEnded(ports, distinct(old, jobOf));
  const outdated = old.filter(({ owner }) => owner?.kind === 'parsed' && owner.parserVersion !== reader.parserVersion);
  const beyond = accountsIn(blobs).flatMap((accountId) =>
    budget.over(
      accountId,
      blobs.filter((blob) => isParsedOf(accountId, blob) && !outdated.includes(blob)),
    ),
  );
  await blobWalk.remove([...outdated, ...beyond].map(({ name }) => name));
}

async function removeUnowned(ports: SweepingPorts, contents: readonly ContentRef[]): Promise<void> {
  const unowned = contents.length === 0 ? [] : await ports.upkeep.withoutDocument(contents);
  await inTurn(unowned, AT_ONCE, (content) => removeStrayContent(ports, content));
}

/** The index tells most of those that are kept; only a job's gate can say that it is not. */
async function removeEnded(ports: SweepingPorts, jobs: readonly JobRef[]): Promise<void> {
  const suspects = jobs.length === 0 ? [] : await ports.upkeep.notKept(jobs);
  await inTurn(suspects, AT_ONCE, async (job) => {
    const summary = await ports.gates.at(job).summary();
    if (summary === null || summary.status === 'expired') await ports.blobs.deleteJob(job);
  });
}

const contentOf = (owner: BlobOwner): ContentRef | null =>
  owner.kind === 'job' ? null : { accountId: owner.accountId, sha256: owner.sha256 };

const jobOf = (owner: BlobOwner): JobRef | null =>
  owner.kind === 'job' ? { accountId: owner.accountId, jobId: owner.jobId } : null;

const accountsIn = (blobs: readonly StoredBlob[]): readonly string[] => [
  ...new Set(blobs.flatMap(({ owner }) => (owner === null ? [] : [owner.accountId]))),
];

const isParsedOf = (accountId: string, { owner }: StoredBlob): boolean =>
  owner?.kind === 'parsed' && owner.accountId === accountId;

/** What blobs belong to, each once. */
function distinct<Ref>(blobs: readonly StoredBlob[], refOf: (owner: BlobOwner) => Ref | null): readonly Ref[] {
  const found = new Map<string, Ref>();
  for (const { owner } of blobs) {
    const ref = owner === null ? null : refOf(owner);
    if (ref !== null) found.set(JSON.stringify(ref), ref);
  }
  return [...found.values()];
}
