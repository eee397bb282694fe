import type { JobProblem } from './errors';
import type { PhaseReport, Turn } from './gate-port';
import { type EpochMs, isTerminal, type JobDocument, type JobState, PHASES } from './job';
import type { JobEvent, Verdict } from './job-event';
import { untouched } from './open-job';
import { progressOf } from './progress';
import { deriveStatus, hasEnded } from './status';

/** How long a consumer may be silent before its turn is taken as lost, in milliseconds. */
export const LEASE_MS = 30_000;

/** Consumers that may vanish in a row over one document, without a phase finished between, before it is given up. */
export const MAX_CRASHES = 20;

/** How long the gate waits before it sends a message again that nobody took up: 10 s, doubling to at most 2 min. */
export const resendAfterMs = (sends: number): number => Math.min(10_000 * 2 ** Math.min(sends, 10), 120_000);

/** Longest that anything is put off, in milliseconds: what is due later still was dated by a clock that was ahead. */
const LONGEST_WAIT_MS = 125_000;

export interface Transition {
  readonly state: JobState;
  readonly verdict: Verdict;
}

const GO: Verdict = { kind: 'go' };
const STOP: Verdict = { kind: 'stop' };
const STALE: Verdict = { kind: 'stale' };

/**
 * The only way a job changes. Pure: same state and event, same answer. An event that does not apply (late, repeated,
 * of another attempt) returns the very same state object, so callers can tell "nothing happened" by identity.
 */
export function transition(state: JobState, event: JobEvent): Transition {
  const status = deriveStatus(state);
  switch (event.kind) {
    case 'lease':
      return isTerminal(status) ? { state, verdict: { kind: 'terminal' } } : lease(state, event);
    case 'renew': {
      const held = documentOf(state, event.turn);
      if (!held) return { state, verdict: STOP };
      const until = event.now + LEASE_MS;
      const phaseShare = event.phaseShare ?? held.phaseShare ?? 0;
      return changed(state, event.now, GO, { ...held, lease: { ...held.lease, until }, dueAt: until, phaseShare });
    }
    case 'report':
      return report(state, event.report, event.now);
    case 'fail': {
      const failing = documentOf(state, event.turn) ?? abandoned(state, event.turn, event.now);
      if (!failing || isTerminal(status)) return { state, verdict: STOP };
      return changed(state, event.now, STOP, failed(failing, event.problem, event.now));
    }
    case 'release': {
      const held = documentOf(state, event.turn);
      if (!held) return { state, verdict: STOP };
      const errors = held.errors + (event.problem === null ? 0 : 1);
      return changed(state, event.now, STOP, { ...waiting(held, event.now + event.delayMs), errors });
    }
    case 'cancel':
      if (isTerminal(status)) return { state, verdict: { kind: 'refused', reason: 'not-cancellable' } };
      return cancel(state, event.now);
    case 'retry':
      if (state.deletedAt !== null || (status !== 'failed' && status !== 'cancelled'))
        return { state, verdict: { kind: 'refused', reason: 'not-retryable' } };
      return retry(state, event.now);
    case 'tick':
      return isTerminal(status) ? { state, verdict: GO } : tick(state, event.boot, event.now);
    case 'sent': {
      if (event.attempt !== state.attempt) return { state, verdict: STALE };
      const sent = event.indexes.flatMap((index) => {
        const document = state.documents[index];
        if (document?.outcome !== 'waiting') return [];
        return [{ ...document, sends: document.sends + 1, dueAt: event.now + resendAfterMs(document.sends) }];
      });
      return sent.length === 0 ? { state, verdict: GO } : changed(state, event.now, GO, ...sent);
    }
    case 'remove': {
      if (state.deletedAt !== null) return { state, verdict: STOP };
      const ended = isTerminal(status) ? state : cancel(state, event.now).state;
      return { state: { ...ended, deletedAt: event.now, revision: state.revision + 1 }, verdict: GO };
    }
    case 'expire':
      if (!isTerminal(status) || status === 'expired' || state.deletedAt !== null || event.now < state.expiresAt)
        return { state, verdict: STOP };
      return { state: { ...state, expiredAt: event.now, revision: state.revision + 1 }, verdict: GO };
  }
}

/** The document, if this turn is the one that is held now. */
function documentOf(state: JobState, turn: Turn): (JobDocument & { lease: NonNullable<JobDocument['lease']> }) | null {
  const held = state.documents[turn.index];
  if (!held?.lease || turn.attempt !== state.attempt || held.lease.token !== turn.token) return null;
  return { ...held, lease: held.lease };
}

/** The document, if someone without a turn (token 0) may speak for it: nobody is at work on it and it has not ended. */
function abandoned(state: JobState, turn: Turn, now: number): JobDocument | null {
  const left = state.documents[turn.index];
  if (!left || turn.token !== 0 || turn.attempt !== state.attempt || hasEnded(left)) return null;
  return left.lease !== null && left.lease.until > now ? null : left;
}

function lease(state: JobState, event: Extract<JobEvent, { kind: 'lease' }>): Transition {
  const { now, boot } = event;
  const asked = state.documents[event.index];
  if (!asked || event.attempt !== state.attempt || hasEnded(asked)) return { state, verdict: STALE };
  if (asked.lease && asked.lease.boot === boot && asked.lease.until > now)
    return { state, verdict: { kind: 'busy', retryAfterMs: asked.lease.until - now } };
  if (!asked.lease && asked.sends === 0 && asked.dueAt !== null && asked.dueAt > now)
    return { state, verdict: { kind: 'busy', retryAfterMs: asked.dueAt - now } };

  const free = asked.lease ? lost(asked, now) : asked;
  if (hasEnded(free)) return changed(state, now, STALE, free);
  const token = free.token + 1;
  const granted = { token, until: now + LEASE_MS, boot };
  const started = { ...state, startedAt: state.startedAt ?? now };
  return changed(
    started,
    now,
    { kind: 'granted', lease: granted },
    { ...free, outcome: 'running', token, lease: granted, dueAt: granted.until },
  );
}

function report(
  state: JobState,
  { phase, filledFields, confidence, pages, language, ...turn }: PhaseReport,
  now: number,
): Transition {
  const held = documentOf(state, turn);
  if (!held) return { state, verdict: STOP };
  const phases: readonly string[] = PHASES[state.operation];
  const position = phases.indexOf(phase);
  const finished = held.checkpoint === null ? -1 : phases.indexOf(held.checkpoint.phase);
  if (position <= finished) return { state, verdict: GO };
  if (position !== finished + 1) return { state, verdict: STOP };

  const last = position === phases.length - 1;
  const until = now + LEASE_MS;
  return changed(state, now, last ? STOP : GO, {
    ...held,
    checkpoint: { attempt: turn.attempt, phase, token: turn.token },
    phaseShare: 0,
    filledFields,
    confidence,
    pages,
    language,
    sends: 0,
    crashes: 0,
    errors: 0,
    ...(last
      ? { outcome: 'completed', lease: null, dueAt: null, endedAt: now, problem: null }
      : { lease: { ...held.lease, until }, dueAt: until }),
  });
}

function cancel(state: JobState, now: number): Transition {
  const problem: JobProblem = { code: 'cancelled', message: 'Cancelled via API' };
  const open = state.documents.filter((document) => !hasEnded(document));
  const cancelled = { ...state, cancelledAt: now, endedAt: now };
  return changed(cancelled, now, STOP, ...open.map((document) => failed(document, problem, now)));
}

function retry(state: JobState, now: number): Transition {
  const again = {
    ...state,
    attempt: state.attempt + 1,
    startedAt: null,
    endedAt: null,
    cancelledAt: null,
    expiresAt: now + state.retentionMs,
    progressFloor: 0,
  };
  const unfinished = state.documents.filter((document) => document.outcome !== 'completed');
  return changed(again, now, GO, ...unfinished.map((document) => ({ ...document, ...untouched(now, 0) })));
}

function tick(state: JobState, boot: string, now: number): Transition {
  const rebooted = state.boot !== boot;
  const woken = state.documents.flatMap((document): JobDocument[] => {
    if (document.lease && (document.lease.boot !== boot || document.lease.until <= now)) return [lost(document, now)];
    const { outcome, dueAt } = document;
    // What it waited for has gone down with the server, or it waits by a clock that was ahead of this one.
    if (outcome === 'waiting' && (rebooted || isBeyond(dueAt, now + LONGEST_WAIT_MS)))
      return [{ ...document, sends: 0, dueAt: now }];
    if (document.lease && isBeyond(document.lease.until, now + LEASE_MS))
      return [{ ...document, lease: { ...document.lease, until: now + LEASE_MS }, dueAt: now + LEASE_MS }];
    return [];
  });
  if (!rebooted && woken.length === 0) return { state, verdict: GO };
  return changed({ ...state, boot }, now, GO, ...woken);
}

const isBeyond = (at: EpochMs | null, limit: EpochMs): boolean => at !== null && at > limit;

/** After its consumer vanished: waits to be sent again at once, or is given up. */
function lost(document: JobDocument, now: number): JobDocument {
  const crashes = document.crashes + 1;
  if (crashes <= MAX_CRASHES) return { ...waiting(document, now), crashes };
  return failed(
    document,
    {
      code: 'extraction-failed',
      message: `${document.filename}: its reader stopped without an answer ${crashes} times`,
    },
    now,
  );
}

const waiting = (document: JobDocument, dueAt: number): JobDocument => ({
  ...document,
  outcome: 'waiting',
  lease: null,
  dueAt,
  sends: 0,
});

const failed = (document: JobDocument, problem: JobProblem, now: number): JobDocument => ({
  ...document,
  outcome: 'failed',
  lease: null,
  dueAt: null,
  problem,
  endedAt: now,
});

/** Puts changed documents in their places, counts the revision, and notes the end when the last one has ended. */
function changed(state: JobState, now: number, verdict: Verdict, ...documents: readonly JobDocument[]): Transition {
  const revision = state.revision + 1;
  const next = [...state.documents];
  for (const document of documents) next[document.index] = { ...document, revision };
  const draft = { ...state, revision, documents: next };
  const endedAt = draft.endedAt ?? (next.every(hasEnded) ? now : null);
  const progressFloor =
    draft.cancelledAt === null ? Math.max(draft.progressFloor, progressOf(draft)) : draft.progressFloor;
  return { state: { ...draft, endedAt, progressFloor }, verdict };
}
