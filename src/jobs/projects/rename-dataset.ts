import { changeKept } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getDataset } from './get-dataset';
import type { DatasetRecord, ProjectRef } from './project';

/** `name`: undefined: as it is. Throws `not-found`, and `conflict` while others keep changing it. */
export const renameDataset = (
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  id: string,
  name: string | undefined,
): Promise<DatasetRecord> =>
  changeKept(
    ports,
    ports.datasets,
    () => getDataset(ports, caller, project, id),
    (stored) => ({ name: name ?? stored.name }),
    `dataset ${id}`,
  );
