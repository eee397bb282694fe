import { mutant } from './mutant.mjs';

/** Cancel, retry, delete. */
export const COMMANDS = [
  mutant(
    'a cancel leaves the leases',
    'jobs/lifecycle.ts',
    'return changed(cancelled, now, STOP, ...open.map((document) => failed(document, problem, now)));',
    'return changed(cancelled, now, STOP);',
  ),
  mutant(
    'a cancel is answered and not kept',
    'jobs/lifecycle.ts',
    'const cancelled = { ...state, cancelledAt: now, endedAt: now };',
    'const cancelled = { ...state, endedAt: now };',
  ),
  mutant(
    'an ended job can be cancelled',
    'jobs/lifecycle.ts',
    "if (isTerminal(status)) return { state, verdict: { kind: 'refused', reason: 'not-cancellable' } };",
    '',
  ),
  mutant(
    'a completed job can be begun again',
    'jobs/lifecycle.ts',
    "if (state.deletedAt !== null || (status !== 'failed' && status !== 'cancelled'))",
    'if (state.deletedAt !== null || !isTerminal(status))',
  ),
  mutant(
    'a retry begins with what had completed as well',
    'jobs/lifecycle.ts',
    "const unfinished = state.documents.filter((document) => document.outcome !== 'completed');",
    'const unfinished = state.documents;',
  ),
  mutant('a retry is no new attempt', 'jobs/lifecycle.ts', 'attempt: state.attempt + 1,', 'attempt: state.attempt,'),
  mutant(
    'a retry leaves the job cancelled',
    'jobs/lifecycle.ts',
    'cancelledAt: null,\n    expiresAt: now + state.retentionMs,',
    'expiresAt: now + state.retentionMs,',
  ),
  mutant(
    'a deleted job is shown',
    'gate/gate-keeper.ts',
    'return this.#record.state?.deletedAt === null ? this.#record.state : null;',
    'return this.#record.state;',
  ),
  mutant(
    'a deletion leaves what is stored',
    'gate/gate-keeper.ts',
    'await Promise.all([this.#settle(), this.#clearing.run(this.#record.state ?? state)]);',
    'await this.#settle();',
    { harmless: 'the alarm that looks once more after a deletion deletes it, some time later' },
  ),
  mutant('a deletion keeps the claims', 'jobs/delete-job.ts', 'await ports.requests.forget(accountId, jobId);', ''),
  mutant(
    'a deletion is answered while lists still show the job',
    'jobs/delete-job.ts',
    'await gate.remove();\n  await refuseWhileListed(ports, accountId, jobId);',
    'await gate.remove();',
  ),
];
