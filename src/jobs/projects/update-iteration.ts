import { changeKept } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { applyOverrides } from './apply-overrides';
import { getDataset } from './get-dataset';
import { getIteration } from './get-iteration';
import type { IterationRecord, ProjectRef, Variant } from './project';

/** Changes the draft; what is left out stays. Throws `not-found`, `invalid-request` for overrides of what is not there, `conflict` while others keep changing it. */
export async function updateIteration(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  id: string,
  change: Partial<Variant>,
): Promise<IterationRecord> {
  const { base } = await getDataset(ports, caller, project, datasetId);
  if (change.overrides !== undefined) applyOverrides(base.task, change.overrides);
  return changeKept(
    ports,
    ports.iterations,
    () => getIteration(ports, caller, project, datasetId, id),
    ({ draft }) => ({ draft: { ...draft, ...change, updatedAt: ports.clock() } }),
    `iteration ${id}`,
  );
}
