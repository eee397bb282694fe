import { keepOnce } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getProject } from './get-project';
import type { DatasetRecord, ProjectRef, Setup } from './project';

export interface CreateDataset {
  readonly name: string;
  /** What is left out is taken from the project's draft. */
  readonly base: Partial<Setup>;
  readonly idempotencyKey: string | null;
}

/** The same idempotency key within 24 h gives the dataset it made then. Throws `not-found` for the project, `idempotency-mismatch`. */
export async function createDataset(
  ports: Ports,
  caller: Caller,
  { operation, id }: ProjectRef,
  { name, base, idempotencyKey }: CreateDataset,
): Promise<DatasetRecord> {
  const { draft } = await getProject(ports, caller, operation, id);
  const asked = { asked: ['dataset', id, name, base], idempotencyKey };
  return keepOnce(ports, caller, ports.datasets, asked, (kept) => {
    return { ...kept, projectId: id, operation, name, base: { ...draft, ...base } };
  });
}
