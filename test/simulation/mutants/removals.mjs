import { mutant } from './mutant.mjs';

/** Documents that are removed, and accounts that are deleted, while jobs run. */
export const REMOVALS = [
  mutant(
    'bytes that came while they were deleted are gone',
    'jobs/retention/remove-content.ts',
    'if (bytes !== null && (await isOwned())) await blobs.putContent(accountId, sha256, bytes);',
    '',
    { seeds: 3_000 },
  ),
  mutant(
    'bytes go with the first of their documents',
    'jobs/retention/remove-content.ts',
    'const isOwned = async () => (await upkeep.withoutDocument([{ accountId, sha256 }])).length === 0;',
    'const isOwned = async () => (await upkeep.withoutDocument([{ accountId, sha256 }])).length > 1;',
  ),
  mutant(
    'a removal that was cut off is forgotten',
    'jobs/retention/continue-deletions.ts',
    'await removeContent(ports, removal);\n    await ports.upkeep.forgetRemoval(removal);',
    'void removal;',
  ),
  mutant(
    'jobs of an account that is deleted go on',
    'jobs/retention/empty-account.ts',
    "gate.remove().then(() => true, unless('not-found'))",
    'Promise.resolve(true)',
  ),
  mutant(
    'an account is told of though it is being deleted',
    'pipeline/deliver.ts',
    'return (await deletions.isUnderWay(accountId)) ? null : hook;',
    'return hook;',
    { seeds: 3_000 },
  ),
  mutant(
    'an account is gone though what was under way may still bring something of it',
    'jobs/retention/continue-deletions.ts',
    'if (!wasEmpty) await deletions.noteFound(accountId, now); else if (now - foundAt >= UNDER_WAY_MS) {',
    'if (wasEmpty || now >= foundAt) {',
  ),
  mutant(
    'who finds a claim of a job that was deleted comes back to it',
    'jobs/create-job.ts',
    'await ports.requests.forget(accountId, jobId);',
    '',
    { seeds: 3_000 },
  ),
];
