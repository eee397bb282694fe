import type { Dialect } from './dialect';
import { talonic } from './talonic';

/** Every dialect, under the name that is also its explicit path prefix. */
export const DIALECTS = {
  talonic,
} as const satisfies Record<string, Dialect>;

export type DialectName = keyof typeof DIALECTS;
