import { newlyKept } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getProject } from './get-project';
import type { DatasetRecord, ProjectRef, Setup } from './project';

export interface CreateDataset {
  readonly name: string;
  /** What is left out is taken from the project's draft. */
  readonly base: Partial<Setup>;
}

/** Throws `not-found` for the project. */
export async function createDataset(
  ports: Ports,
  caller: Caller,
  { operation, id }: ProjectRef,
  { name, base }: CreateDataset,
): Promise<DatasetRecord> {
  const { draft } = await getProject(ports, caller, operation, id);
  const record = { ...newlyKept(ports, caller), projectId: id, operation, name, base: { ...draft, ...base } };
  await ports.datasets.put(record);
  return record;
}
