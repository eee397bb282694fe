import { JobError } from './errors';
import type { Pause } from './ports';

/** How often something is tried before its failure counts. */
const ATTEMPTS = 4;

/** The first wait between two tries, in milliseconds; each next one is twice as long. */
const FIRST_PAUSE_MS = 50;

/** Seconds after which a caller who was told of an outage may come again. */
const RETRY_AFTER_SECONDS = 2;

export interface Patience {
  readonly pause: Pause;
  /** 0-1: the share of each wait that is waited, so that those who failed together do not come back together. */
  readonly random: () => number;
}

/** Does what may be done twice, again while it fails in a way that passes. Rejects with the last failure. */
export async function steadily<Value>(
  work: () => Promise<Value>,
  passes: (error: unknown) => boolean,
  { pause, random }: Patience,
): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !passes(error)) throw error;
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + random() / 2));
    }
  }
}

/** What a caller is told when something we stand on does not answer. `what`: "The database". */
export const outage = (what: string): JobError =>
  new JobError('storage-unavailable', `${what} cannot be reached now; try again`, {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  });

/** What was said, also behind the wrappings that a driver puts around it. */
export function saidIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}\n${saidIn(error.cause)}` : error.message;
}
