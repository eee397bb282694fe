import { mutant } from './mutant.mjs';

/** Work on a document. */
export const WORK = [
  mutant(
    'a phase is reported before its output is stored',
    'pipeline/run-document.ts',
    'await ports.blobs.putOutput(output, {',
    'await ((...put: Parameters<typeof ports.blobs.putOutput>) => void ports.blobs.putOutput(...put).catch(() => undefined))(output, {',
  ),
  mutant(
    'an output is stored without the token',
    'stores/r2/keys.ts',
    '`${jobPrefix(ref)}attempts/${attempt}/documents/${index}/${phase}.${token}.json`',
    '`${jobPrefix(ref)}attempts/${attempt}/documents/${index}/${phase}.json`',
  ),
  mutant('a turn goes on after stop', 'pipeline/run-document.ts', "if (answer === 'stop') return;", '', {
    isCancelled: true,
  }),
  mutant('a turn begins every phase from nothing', 'pipeline/run-document.ts', 'standing = done.standing;', ''),
  mutant(
    'a turn repeats what was reported',
    'pipeline/run-document.ts',
    'return finished === null ? phases : phases.slice(phases.indexOf(finished) + 1);',
    'return finished === null ? phases : phases.slice(phases.indexOf(finished));',
  ),
  mutant(
    'a repeated phase counts again',
    'jobs/lifecycle.ts',
    'if (position <= finished) return { state, verdict: GO };',
    '',
    {
      harmless: 'the check after it refuses the report: the turn stops, and the next one goes on after the last phase',
    },
  ),
  mutant(
    'a phase may be left out',
    'jobs/lifecycle.ts',
    'if (position !== finished + 1) return { state, verdict: STOP };',
    '',
    { harmless: 'no consumer leaves one out: the check is a second line' },
  ),
  mutant(
    'a released document is never taken up again',
    'jobs/lifecycle.ts',
    '...waiting(held, event.now + event.delayMs), errors',
    '...waiting(held, event.now + event.delayMs), dueAt: null, errors',
  ),
  mutant(
    'errors are tried again for ever',
    'pipeline/retry-policy.ts',
    "if (!isRetryable(problem.code) || errors + 1 >= most) return { kind: 'give-up' };",
    '',
  ),
  mutant('a hanging turn is kept for ever', 'pipeline/heartbeat.ts', 'reject(new JobError', 'void (new JobError'),
];
