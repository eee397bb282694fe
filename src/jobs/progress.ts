import { countsOf } from './document-counts';
import { type EpochMs, isTerminal, type JobState, type JobSummary, PHASES, type Phase } from './job';

/** How long one phase of one document is taken to last before anything was measured, in milliseconds. */
const PRIOR_PHASE_MS = 120;
/** How many measured phases weigh as much as that guess. */
const PRIOR_PHASES = 4;

const workAsked = (state: JobState): number => state.documents.length * PHASES[state.operation].length;

/** Share of phases done over all documents, 0-100, rounded down; an ended document has none left. */
export const progressOf = (state: JobState): number =>
  Math.floor((100 * countsOf(state).workDone) / Math.max(1, workAsked(state)));

/** The least advanced phase any unfinished document is in; null before the start and after the end. */
export function phaseOf(state: JobState): Phase | null {
  if (state.startedAt === null || state.endedAt !== null) return null;
  const phases: readonly Phase[] = PHASES[state.operation];
  return phases[Math.min(countsOf(state).leastDone, phases.length - 1)] ?? null;
}

/**
 * When the work left should be done: at the pace measured in this attempt, leaning on a guess while little is measured.
 * null once nothing is left.
 */
export function estimatedEndAt(state: JobState, now: EpochMs): EpochMs | null {
  if (state.endedAt !== null) return null;
  const { workDone } = countsOf(state);
  const done = state.startedAt === null ? 0 : workDone;
  const elapsedMs = state.startedAt === null ? 0 : Math.max(0, now - state.startedAt);
  const paceMs = (elapsedMs + PRIOR_PHASES * PRIOR_PHASE_MS) / (done + PRIOR_PHASES);
  return Math.round(now + paceMs * (workAsked(state) - workDone));
}

/** Whole seconds until the estimated end, at least 1 while work is left; null when none is. */
export function secondsRemaining(summary: JobSummary, now: EpochMs): number | null {
  if (isTerminal(summary.status) || summary.estimatedEndAt === null) return null;
  return Math.max(1, Math.ceil((summary.estimatedEndAt - now) / 1000));
}
