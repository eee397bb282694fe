import { unless } from '../../jobs/unless';

/** What is looked for; null when the account has no such thing. */
export const orNull = <Found>(search: Promise<Found | null>): Promise<Found | null> =>
  search.catch(unless('not-found'));
