import { JobError } from '../../jobs/errors';

/** What is looked for; null when the account has no such thing. */
export async function orNull<Found>(search: Promise<Found | null>): Promise<Found | null> {
  try {
    return await search;
  } catch (error) {
    if (error instanceof JobError && error.code === 'not-found') return null;
    throw error;
  }
}
