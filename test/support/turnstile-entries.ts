import type { TurnstileEntries } from '../../src/gate/turnstile-store';

/** Storage of a turnstile's object in memory; what is read back is not what was put in, but a copy. */
export function turnstileEntries(): TurnstileEntries {
  const entries = new Map<string, unknown>();
  return {
    get: (key) => structuredClone(entries.get(key)),
    put: (key, value) => void entries.set(key, structuredClone(value)),
    delete: (key) => entries.delete(key),
    list: ({ prefix }) => structuredClone([...entries].filter(([key]) => key.startsWith(prefix))),
  };
}
