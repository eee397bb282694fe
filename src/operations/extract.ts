import type { FillPhase } from '../schema/cell';
import type { Step } from './operation-step';

/** Extraction: each phase is a pass of the engine over the cells that stand. */
export const extract = {
  resolve: ({ engine, ...task }) => engine.resolve(task),
  execute: ({ engine, ...task }) => engine.execute(task),
  validate: ({ engine, ...task }) => engine.validate(task),
  reread: ({ engine, ...task }) => engine.reread(task),
} as const satisfies Record<FillPhase, Step>;
