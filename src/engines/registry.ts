import type { Engine } from './engine';
import { layoutEngine } from './layout/layout-engine';

/** Every engine there is; a new one is a folder and a line here. */
export const ENGINES: readonly Engine[] = [layoutEngine];

/** The engine that fills cells. The embedded one needs nothing and is always there. */
export function chooseEngine(): Engine {
  return layoutEngine;
}
