import { derivedId } from '../derived-id';
import type { EpochMs, JobState, JobStatus, JobSummary } from '../job';
import { isTerminal } from '../job';
import { toExtractionRecord } from '../project-extraction';
import { hasEnded } from '../status';
import { summarise } from '../summary';
import type { Announcement, JobMoment } from './announcement';

/** Percent of progress that a running job passes once each. */
export const MILESTONES = [25, 50, 75] as const;

/** An announcement as its gate owes it: saved with the state that it tells of. The id follows from it. */
export type OwedAnnouncement = { readonly at: EpochMs; readonly job: JobSummary } & (
  | { readonly kind: JobMoment; readonly milestone: number | null; readonly sourceId: string | null }
  | {
      readonly kind: 'extraction.completed' | 'extraction.failed';
      readonly extraction: ReturnType<typeof toExtractionRecord>;
    }
);

const ENDS: Partial<Record<JobStatus, JobMoment>> = {
  completed: 'job.completed',
  failed: 'job.failed',
  cancelled: 'job.cancelled',
  expired: 'job.expired',
};

/** What there is to tell between two states of one job, in order; `before` null: it has just been opened. Pure. */
export function announcementsBetween(
  before: JobState | null,
  after: JobState,
  now: EpochMs,
): readonly OwedAnnouncement[] {
  if (before === after) return [];
  const job = summarise(after, now);
  const moment = (kind: JobMoment, milestone: number | null = null) => ({
    kind,
    milestone,
    at: now,
    job,
    sourceId: after.sourceId,
  });
  const queued = after.hooks.length > 0 ? [moment('job.queued')] : [];
  if (before === null) return queued;
  const was = summarise(before, now);
  const owed: OwedAnnouncement[] = before.attempt === after.attempt ? [] : queued;

  if (after.startedAt !== null && (before.startedAt === null || before.attempt !== after.attempt))
    owed.push(moment('job.started'));
  for (const document of after.documents) {
    const old = before.documents[document.index];
    if (old === document || !hasEnded(document) || document.problem?.code === 'cancelled') continue;
    if (old && hasEnded(old) && before.attempt === after.attempt) continue;
    const kind = document.outcome === 'completed' ? 'extraction.completed' : 'extraction.failed';
    owed.push({ kind, at: now, job, extraction: toExtractionRecord(after, document) });
  }
  if (before.attempt === after.attempt && !isTerminal(job.status))
    for (const milestone of MILESTONES)
      if (was.progress < milestone && job.progress >= milestone) owed.push(moment('job.progress', milestone));
  const end = ENDS[job.status];
  if (end !== undefined && was.status !== job.status) owed.push(moment(end));
  return owed;
}

/** With its id: of this job, this attempt, this moment. */
export async function announcementOf(owed: OwedAnnouncement): Promise<Announcement> {
  const { job, at } = owed;
  const which = 'extraction' in owed ? owed.extraction.index : owed.milestone;
  const id = await derivedId(JSON.stringify(['announcement', job.accountId, job.id, job.attempt, owed.kind, which]));
  const told = { id, accountId: job.accountId, at, job };
  return 'extraction' in owed
    ? { ...told, kind: owed.kind, extraction: owed.extraction }
    : { ...told, kind: owed.kind, sourceId: owed.sourceId };
}
