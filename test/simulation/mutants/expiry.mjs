import { mutant } from './mutant.mjs';

/** Expiry and what is left over. */
export const EXPIRY = [
  mutant(
    'garbage is collected once',
    'gate/gate-keeper.ts',
    'if (state !== null && this.#clearing.isDue()) this.#later(this.#clearing.run(state));',
    'if (state === null) return;',
    { harmless: 'the last look, once nobody can come late any more, deletes it: this one only does it sooner' },
  ),
  mutant(
    'nothing is deleted at the end of the retention',
    'gate/clearing.ts',
    'await this.#ports.blobs.deleteJob({ accountId, jobId: id });\n      return true;',
    'return true;',
  ),
  mutant(
    'what could not be deleted is left',
    'gate/clearing.ts',
    "logError('gate left something to delete', error, { job: id });\n      return false;",
    "logError('gate left something to delete', error, { job: id });\n      return true;",
    { seeds: 1_500 },
  ),
  mutant(
    'nobody looks when the retention is over',
    'jobs/schedule.ts',
    'if (isTerminal(status)) return Math.max(now, state.expiresAt);',
    'if (isTerminal(status)) return null;',
  ),
  mutant(
    'a running job expires',
    'jobs/lifecycle.ts',
    "if (!isTerminal(status) || status === 'expired' || state.deletedAt !== null || event.now < state.expiresAt)",
    "if (status === 'expired' || state.deletedAt !== null || event.now < state.expiresAt)",
    { seeds: 1_500 },
  ),
  mutant(
    'a job expires as soon as it has ended',
    'jobs/lifecycle.ts',
    "if (!isTerminal(status) || status === 'expired' || state.deletedAt !== null || event.now < state.expiresAt)",
    "if (!isTerminal(status) || status === 'expired' || state.deletedAt !== null)",
  ),
  mutant(
    'a deleted job is forgotten at once',
    'jobs/under-way.ts',
    'export const REMEMBERED_MS = 60 * 60_000;',
    'export const REMEMBERED_MS = 1_000;',
    { seeds: 4_000 },
  ),
  mutant(
    'events are forgotten when a job has ended',
    'gate/gate-keeper.ts',
    'if (isLeftOver || !this.#record.state) return;',
    'if (isTerminal(deriveStatus(looked))) this.#store.forgetEvents();\n    if (isLeftOver || !this.#record.state) return;',
  ),
  mutant(
    'what happened is told with gaps',
    'gate/gate-keeper.ts',
    'const events = this.#store.eventsAfter(seq, limit);',
    "const events = this.#store.eventsAfter(seq, limit).filter(({ event }) => event.kind !== 'cells');",
  ),
];
