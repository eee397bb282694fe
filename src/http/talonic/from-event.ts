import type { NumberedEvent } from '../../jobs/live-event';
import { errorOf, fromProblem, gridStats, iso } from './from-job';
import { TALONIC_PHASE, TALONIC_ROW_STATUS, TALONIC_STATUS } from './status';

/** One server-sent event: `id` is what `Last-Event-ID` resumes after. */
export function fromEvent(numbered: NumberedEvent): string {
  const data = JSON.stringify({ at: iso(numbered.at), ...bodyOf(numbered) });
  return `id: ${numbered.seq}\nevent: ${numbered.event.kind}\ndata: ${data}\n\n`;
}

/** A comment that readers pass over. */
export const KEEP_ALIVE = ': keep-alive\n\n';

/** How long a reader waits before it comes back after a broken connection, in milliseconds. */
export const RETRY_HINT = 'retry: 1000\n\n';

function bodyOf({ event }: NumberedEvent): Readonly<Record<string, unknown>> {
  switch (event.kind) {
    case 'state':
      return {
        status: TALONIC_STATUS[event.status],
        progress: event.progress,
        attempt: event.attempt,
        error: errorOf(event),
      };
    case 'phase':
      return { phase: TALONIC_PHASE[event.phase], progress: event.progress };
    case 'document':
      return {
        index: event.index,
        document_id: event.documentId,
        filename: event.filename,
        status: TALONIC_ROW_STATUS[event.outcome],
        phase: event.phase === null ? null : TALONIC_PHASE[event.phase],
        filled: event.filledFields,
        error: event.problem === null ? null : fromProblem(event.problem),
      };
    case 'cells':
      return { grid_stats: gridStats(event.totalCells, event.filledCells), progress: event.progress };
    case 'end':
      return { status: TALONIC_STATUS[event.status], progress: event.progress, error: errorOf(event) };
  }
}
