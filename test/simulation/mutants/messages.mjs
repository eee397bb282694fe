import { mutant } from './mutant.mjs';

/** Messages. */
export const MESSAGES = [
  mutant(
    'a message is sent once',
    'jobs/lifecycle.ts',
    'return [{ ...document, sends: document.sends + 1, dueAt: event.now + resendAfterMs(document.sends) }];',
    'return [{ ...document, sends: document.sends + 1, dueAt: null }];',
  ),
  mutant(
    'a message is noted as sent when it could not be',
    'gate/sending.ts',
    'await work.send(',
    'await (async (...sending: Parameters<typeof work.send>) => work.send(...sending).catch(() => undefined))(',
    { harmless: 'a message is a hint: it is sent again when nobody takes it up' },
  ),
  mutant(
    'a message is noted as sent before it is',
    'gate/sending.ts',
    'await work.send(',
    "apply({ kind: 'sent', attempt, indexes: owed, now: clock() });\n      await work.send(",
    { harmless: 'a message is a hint: it is sent again when nobody takes it up' },
  ),
  mutant(
    'messages of a process that is gone are waited for',
    'jobs/lifecycle.ts',
    "if (outcome === 'waiting' && (rebooted || isBeyond(dueAt, now + LONGEST_WAIT_MS)))",
    "if (outcome === 'waiting' && isBeyond(dueAt, now + LONGEST_WAIT_MS))",
    { harmless: 'they are sent again later; how soon work goes on after a restart is what the chaos harness measures' },
  ),
  mutant(
    'given up messages fail nothing',
    'pipeline/consumer.ts',
    'await ports.gates.at({ accountId, jobId }).fail({ attempt, index, token: 0 }, problem);',
    '',
    {
      harmless: 'the gate sends another message when nobody takes up the first; giving up only ends the matter sooner',
    },
  ),
  mutant(
    'a dead letter fails a document that somebody is at',
    'jobs/lifecycle.ts',
    'return left.lease !== null && left.lease.until > now ? null : left;',
    'return left;',
  ),
  mutant(
    'a dead letter fails a document that has ended',
    'jobs/lifecycle.ts',
    'if (!left || turn.token !== 0 || turn.attempt !== state.attempt || hasEnded(left)) return null;',
    'if (!left || turn.token !== 0 || turn.attempt !== state.attempt) return null;',
    { seeds: 3_000 },
  ),
];
