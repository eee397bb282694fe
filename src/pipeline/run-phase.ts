import { overWindows } from './over-windows';
import { factsOf, type PhaseWork, refuseTooMany, type Standing } from './phase-work';

/** What stands after the phase; null when the turn must end before. A short document is looked at whole. */
export async function runPhase(work: PhaseWork): Promise<Standing | null> {
  const { step, task, standing, parts, filename } = work;
  const { document, isLast } = await parts.first();
  if (!isLast && step.readsPages(task.target)) return overWindows(work);
  const cells = await step.run({ ...task, document, cells: standing.cells, firstPosition: 0 });
  refuseTooMany(filename, cells.length);
  return isLast ? { ...factsOf(document), cells } : { ...standing, cells };
}
