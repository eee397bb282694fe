import { mutant } from './mutant.mjs';

/** The sweep. */
export const SWEEP = [
  mutant(
    'a sweep asks no gate',
    'jobs/retention/sweep-blobs.ts',
    "if (summary === null || summary.status === 'expired') await ports.blobs.deleteJob(job);",
    'await ports.blobs.deleteJob(job);',
    {
      harmless:
        'lists are behind for minutes at most, and what a sweep looks at is older: asking the gate is a second line',
    },
  ),
  mutant(
    'a sweep asks gates alone of those that lists show',
    'jobs/retention/sweep-blobs.ts',
    'const suspects = jobs.length === 0 ? [] : await ports.upkeep.notKept(jobs);',
    'const kept = jobs.length === 0 ? [] : await ports.upkeep.notKept(jobs); const suspects = jobs.filter((job) => !kept.includes(job));',
  ),
  mutant(
    'a sweep leaves what was never opened',
    'jobs/retention/sweep-blobs.ts',
    "if (summary === null || summary.status === 'expired')",
    "if (summary?.status === 'expired')",
  ),
  mutant(
    'a sweep takes what was just stored',
    'jobs/retention/sweep-blobs.ts',
    'const old = blobs.filter(({ storedAt }) => storedAt <= before);',
    'const old = blobs;',
    { seeds: 3_000 },
  ),
  mutant(
    'a sweep takes the bytes of documents',
    'jobs/retention/sweep-blobs.ts',
    'const unowned = contents.length === 0 ? [] : await ports.upkeep.withoutDocument(contents);',
    'const unowned = contents;',
    { harmless: 'whoever deletes them asks once more whether they are owned' },
  ),
  mutant(
    'a chore of the sweep that fails ends it',
    'jobs/retention/sweep.ts',
    'reports.push({ chore, count: null, error });',
    'throw error;',
  ),
];
