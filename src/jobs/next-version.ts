import { JobError } from './errors';

/** How often a change is tried again after another one came first. */
const TRIES = 5;

/**
 * Stores the next version of what is read, with a change made to it. `store` answers whether nobody else came first.
 * Throws what reading and storing throw, and `conflict` while others keep changing it.
 */
export async function nextVersion<Stored extends { readonly version: number }>(
  read: () => Promise<Stored>,
  change: (stored: Stored) => Stored,
  store: (next: Stored) => Promise<boolean>,
  what: string,
): Promise<Stored> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await read();
    const next: Stored = { ...change(stored), version: stored.version + 1 };
    if (await store(next)) return next;
  }
  throw new JobError('conflict', `${what} is being changed by others; read it and try again`);
}
