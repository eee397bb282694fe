import type { FillPhase } from '../schema/cell';
import { onEachPage } from './each-page';
import type { CellStep } from './operation-step';

/** Extraction: each phase is a pass of the engine over the cells that stand. */
export const extract = {
  resolve: pass('resolve', true),
  execute: pass('execute', true),
  validate: pass('validate', false),
  reread: pass('reread', true),
} as const satisfies Record<FillPhase, CellStep>;

/** Rows are one list that the engine is asked for like any other; pages it must look at one by one. */
function pass(phase: FillPhase, readsPages: boolean): CellStep {
  return {
    kind: 'cells',
    run: ({ engine, target, firstPosition, ...task }) =>
      target === 'page' ? onEachPage(task, firstPosition, (page) => engine[phase](page)) : engine[phase](task),
    readsPages: (target) => readsPages || target === 'page',
  };
}
