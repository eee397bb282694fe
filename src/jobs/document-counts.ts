import { type JobDocument, type JobState, PHASES, type Phase } from './job';

/** What is counted over the documents of a job. */
export interface DocumentCounts {
  readonly completed: number;
  readonly failed: number;
  readonly filledFields: number;
  /** Phases done over all documents, shares of those under way among them; an ended document has none left. */
  readonly workDone: number;
  /** Phases done of the least advanced document. */
  readonly leastDone: number;
}

const counted = new WeakMap<JobState['documents'], DocumentCounts>();

/** One pass for each state, however often it is asked about: each event of a job of 2,000 documents asks a dozen times. */
export function countsOf({ documents, operation }: JobState): DocumentCounts {
  const known = counted.get(documents);
  if (known !== undefined) return known;
  const counts = count(documents, PHASES[operation]);
  counted.set(documents, counts);
  return counts;
}

function count(documents: readonly JobDocument[], phases: readonly Phase[]): DocumentCounts {
  const counts = { completed: 0, failed: 0, filledFields: 0, workDone: 0, leastDone: phases.length };
  for (const { outcome, filledFields, checkpoint, phaseShare = 0 } of documents) {
    counts.filledFields += filledFields;
    if (outcome === 'completed') counts.completed += 1;
    if (outcome === 'failed') counts.failed += 1;
    if (outcome === 'completed' || outcome === 'failed') {
      counts.workDone += phases.length;
      continue;
    }
    const done = checkpoint === null ? 0 : phases.indexOf(checkpoint.phase) + 1;
    counts.workDone += done + phaseShare;
    counts.leastDone = Math.min(counts.leastDone, done);
  }
  return counts;
}
