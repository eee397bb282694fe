import type { CellStep, Step } from '../operations/operation-step';
import { makeProduct } from './make-product';
import { overWindows } from './over-windows';
import { factsOf, type PhaseDone, type PhaseWork, refuseTooMany, type Standing } from './phase-work';

/** One phase; null when the turn must end before. */
export async function runPhase(work: PhaseWork, step: Step): Promise<PhaseDone | null> {
  if (step.kind === 'make') return makeProduct(work, step);
  const standing = await fillCells(work, step);
  return standing && { standing, made: null };
}

/** A short document is looked at whole. */
async function fillCells(work: PhaseWork, step: CellStep): Promise<Standing | null> {
  const { task, standing, parts } = work;
  const { document, isLast } = await parts.first();
  if (!isLast && step.readsPages(task.target)) return overWindows(work, step);
  const cells = await step.run({ ...task, document, cells: standing.cells, firstPosition: 0 });
  refuseTooMany(work, cells.length);
  return isLast ? { ...factsOf(document), cells } : { ...standing, cells };
}
