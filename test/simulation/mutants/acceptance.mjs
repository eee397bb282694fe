import { mutant } from './mutant.mjs';

/** Acceptance. */
export const ACCEPTANCE = [
  mutant(
    'accepts before the gate is open',
    'jobs/create-job.ts',
    "const job = await ports.gates.at({ accountId, jobId }).open(opening).catch(unless('not-found'));",
    `void ports.gates.at({ accountId, jobId }).open(opening).catch(() => undefined);
     const job = summaryOfOpening(opening);
     function summaryOfOpening(o: JobOpening): JobSummary | null {
       return { ...o, ...NO_TRAITS, status: 'queued', phase: null, progress: 0, attempt: 1, revision: 1, documentCount: o.documents.length,
         completedDocuments: 0, failedDocuments: 0, totalCells: 0, filledCells: 0, problem: null, startedAt: null, endedAt: null,
         cancelledAt: null, deletedAt: null, expiresAt: createdAt + o.retentionMs, estimatedEndAt: null };
     }`,
  ),
  mutant(
    'opens the gate before the request is stored',
    'jobs/create-job.ts',
    'await ports.blobs.putRequest(',
    'await ((...put: Parameters<typeof ports.blobs.putRequest>) => void ports.blobs.putRequest(...put).catch(() => undefined))(',
  ),
  mutant(
    'a new job for every post under a key',
    'jobs/claim-request.ts',
    'const claim = await ports.requests.claim(accountId, name, mine, now);\n  return jobOf(claim, fingerprint);',
    'void ports.requests.claim(accountId, name, mine, now).catch(() => undefined);\n  return mine.jobId;',
  ),
  mutant(
    'a key answers any body',
    'jobs/claim-request.ts',
    'if (claim.fingerprint === fingerprint) return claim.jobId;',
    'if (claim.fingerprint !== null) return claim.jobId;',
  ),
  mutant(
    'a claim lasts a second',
    'jobs/claim-request.ts',
    'const KEY_LASTS_MS = 24 * 60 * 60_000;',
    'const KEY_LASTS_MS = 1_000;',
  ),
  mutant(
    'opening again begins anew',
    'gate/job-record.ts',
    'if (this.#state === null) this.#save(null, openJob(opening, settings.boot, clock()));',
    'this.#save(null, openJob(opening, settings.boot, clock()));',
  ),
];
