import type { Dialect } from './dialect';
import { llamacloud } from './llamacloud';
import { retab } from './retab';
import { talonic } from './talonic';

/** Every dialect, under the name that is also its explicit path prefix. */
export const DIALECTS = {
  talonic,
  retab,
  llamacloud,
} as const satisfies Record<string, Dialect>;

export type DialectName = keyof typeof DIALECTS;
