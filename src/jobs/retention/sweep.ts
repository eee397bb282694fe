import type { Ports } from '../ports';
import { REMEMBERED_MS } from '../under-way';
import { continueAccountDeletions, finishRemovals } from './continue-deletions';
import type { EmptyingPorts } from './empty-account';
import { type SweepingPorts, sweepBlobs } from './sweep-blobs';

/** How long one sweep goes on, in milliseconds: the next one comes soon. */
const BUDGET_MS = 5 * 60_000;
/** Rows of a kind that one sweep clears away. */
const ROWS = 5_000;

export type SweepPorts = SweepingPorts & EmptyingPorts & Pick<Ports, 'deliveries'>;

/** What can go wrong by itself: the rest is done all the same. */
export type Chore =
  | 'run-out rows'
  | 'old deliveries'
  | 'deleted jobs'
  | 'cut-off removals'
  | 'account deletions'
  | 'blobs';

export interface ChoreReport {
  readonly chore: Chore;
  /** Things looked at or done, where they are counted; null: they are not. */
  readonly count: number | null;
  /** null: it went well. */
  readonly error: unknown;
}

/** Does what nobody waits for and no gate looks after. Bounded work: the next sweep goes on. Never rejects. */
export async function sweep(ports: SweepPorts): Promise<readonly ChoreReport[]> {
  const { clock, deliveries, settings, upkeep } = ports;
  const startedAt = clock();
  const deadline = startedAt + BUDGET_MS;
  const chores: Readonly<Record<Chore, () => Promise<unknown>>> = {
    'run-out rows': () => upkeep.clearRunOut(startedAt, ROWS),
    'old deliveries': () => deliveries.prune(startedAt - settings.delivery.keepMs, ROWS),
    'deleted jobs': () => upkeep.forgetDeletedJobs(startedAt - REMEMBERED_MS, ROWS),
    'cut-off removals': () => finishRemovals(ports),
    'account deletions': () => continueAccountDeletions(ports, deadline),
    blobs: () => sweepBlobs(ports, deadline),
  };
  const reports: ChoreReport[] = [];
  for (const chore of Object.keys(chores) as Chore[]) {
    try {
      reports.push({ chore, count: countIn(await chores[chore]()), error: null });
    } catch (error) {
      reports.push({ chore, count: null, error });
    }
  }
  return reports;
}

const countIn = (done: unknown): number | null => (typeof done === 'number' ? done : null);
