import { mutant } from './mutant.mjs';

/** What readers see. */
export const READERS = [
  mutant(
    'an ended job is read from lists though it was retried',
    'jobs/get-job.ts',
    "status === 'expired' || (status === 'completed' && expiresAt > now)",
    'isTerminal(status) && expiresAt > now',
    { seeds: 3_000 },
  ),
  mutant(
    'progress falls back',
    'jobs/lifecycle.ts',
    'draft.cancelledAt === null ? Math.max(draft.progressFloor, progressOf(draft)) : draft.progressFloor;',
    'draft.cancelledAt === null ? progressOf(draft) : draft.progressFloor;',
    { seeds: 3_000 },
  ),
  mutant('progress of the attempt before is kept', 'jobs/lifecycle.ts', 'progressFloor: 0,\n  };', '};'),
  mutant(
    'a revision counts only some changes',
    'jobs/lifecycle.ts',
    'const revision = state.revision + 1;',
    'const revision = documents.length === 0 ? state.revision : state.revision + 1;',
    { seeds: 1_500 },
  ),
  mutant(
    'a deletion has no revision',
    'jobs/lifecycle.ts',
    'deletedAt: event.now, revision: state.revision + 1 }',
    'deletedAt: event.now, revision: state.revision }',
  ),
  mutant(
    'what D1 has is noted before it has it',
    'gate/projection.ts',
    'await this.#ports.jobs.project(summarise(state, this.#projectedAt), extractionsSince(state, this.#revision));\n      this.#storage.noteProjected(state.revision);',
    'this.#storage.noteProjected(state.revision);\n      await this.#ports.jobs.project(summarise(state, this.#projectedAt), extractionsSince(state, this.#revision));',
  ),
  mutant(
    'a failed projection is taken as done',
    'gate/projection.ts',
    'await this.#ports.jobs.project(summarise(state, this.#projectedAt), extractionsSince(state, this.#revision));',
    'await this.#ports.jobs.project(summarise(state, this.#projectedAt), extractionsSince(state, this.#revision)).catch(() => undefined);',
  ),
  mutant(
    'rows of the documents are shown once',
    'gate/projection.ts',
    'extractionsSince(state, this.#revision)',
    'extractionsSince(state, this.#revision === 0 ? 0 : state.revision)',
  ),
  mutant(
    'memory before storage',
    'gate/job-record.ts',
    'const { state, verdict } = transition(this.#state, event);\n    if (state !== this.#state) this.#save(this.#state, state);',
    'const before = this.#state;\n    const { state, verdict } = transition(before, event);\n    this.#state = state;\n    if (state !== before) this.#save(before, state);',
  ),
  mutant('a gate remembers nothing', 'gate/job-record.ts', 'this.#state = store.load();', 'this.#state = null;'),
  mutant(
    'values are taken as searchable when they are not',
    'gate/value-indexing.ts',
    'this.#failures += 1;\n        if (this.#failures < TRIES) return;',
    '',
    { seeds: 3_000 },
  ),
  mutant(
    'an answer that was lost is not asked for again',
    'stores/durable/gates.ts',
    'return await steadily(() => method(stubOf(`${accountId}/${jobId}`)), mayCallAgain, patience);',
    'return await method(stubOf(`${accountId}/${jobId}`));',
    { harmless: 'the caller hears of it, and tries again by itself' },
  ),
];
