import type { FillPhase } from '../schema/cell';
import { onEachPage } from './each-page';
import type { Step } from './operation-step';

/** Extraction: each phase is a pass of the engine over the cells that stand. */
export const extract = {
  resolve: pass('resolve'),
  execute: pass('execute'),
  validate: pass('validate'),
  reread: pass('reread'),
} as const satisfies Record<FillPhase, Step>;

/** Rows are one list that the engine is asked for like any other; pages it must look at one by one. */
function pass(phase: FillPhase): Step {
  return ({ engine, target, ...task }) =>
    target === 'page' ? onEachPage(task, (page) => engine[phase](page)) : engine[phase](task);
}
