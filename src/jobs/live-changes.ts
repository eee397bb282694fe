import type { EpochMs, JobState } from './job';
import { isTerminal } from './job';
import type { LiveEvent } from './live-event';
import { summarise } from './summary';

/** What a reader is told between two states of one job, in order; `before` null: the job has just been opened. */
export function changesBetween(before: JobState | null, after: JobState, now: EpochMs): readonly LiveEvent[] {
  if (before === after) return [];
  const was = before === null ? null : summarise(before, now);
  const is = summarise(after, now);
  const { status, progress, attempt, problem, phase, totalCells, filledCells } = is;
  const events: LiveEvent[] = [];

  if (was?.status !== status || was.attempt !== attempt)
    events.push({ kind: 'state', status, progress, attempt, problem });
  for (const document of after.documents) {
    const old = before?.documents[document.index];
    if (old === document || !old) continue;
    if (old.outcome === document.outcome && old.checkpoint?.phase === document.checkpoint?.phase) continue;
    const { index, documentId, filename, outcome, filledFields } = document;
    events.push({
      kind: 'document',
      index,
      documentId,
      filename,
      outcome,
      phase: document.checkpoint?.phase ?? null,
      filledFields,
      problem: document.problem,
    });
  }
  if (was !== null && (was.filledCells !== filledCells || was.progress !== progress))
    events.push({ kind: 'cells', totalCells, filledCells, progress });
  if (phase !== null && was?.phase !== phase) events.push({ kind: 'phase', phase, progress });
  if (isTerminal(status) && !(was && isTerminal(was.status))) events.push({ kind: 'end', status, progress, problem });
  return events;
}
