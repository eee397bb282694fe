import { changeKept } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getIteration } from './get-iteration';
import type { IterationRecord, ProjectRef } from './project';

/** From now on its draft as it is counts, whatever becomes of the draft. Throws `not-found`, and `conflict` while others keep changing it. */
export const finalizeIteration = (
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  id: string,
): Promise<IterationRecord> =>
  changeKept(
    ports,
    ports.iterations,
    () => getIteration(ports, caller, project, datasetId, id),
    ({ draft: { reading, overrides } }) => ({ settled: { reading, overrides }, finalizedAt: ports.clock() }),
    `iteration ${id}`,
  );
