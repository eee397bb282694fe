import { derivedId } from '../derived-id';
import { keptOnce } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getDataset } from './get-dataset';
import { allDatasetDocuments } from './list-dataset-documents';
import type { DatasetRecord, ProjectRef } from './project';

/** Another dataset with the same documents, without the iterations. `name`: null: that of the first, and that it is a copy. Throws `not-found`, `idempotency-mismatch`. */
export async function duplicateDataset(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  id: string,
  name: string | null,
  idempotencyKey: string | null,
): Promise<DatasetRecord> {
  const stored = await getDataset(ports, caller, project, id);
  const documents = await allDatasetDocuments(ports, caller, stored);
  const kept = await keptOnce(ports, caller, { asked: ['dataset like', id, name], idempotencyKey });
  const earlier = await ports.datasets.get(caller.accountId, kept.id);
  const copy = earlier ?? { ...stored, ...kept, name: name ?? `${stored.name} (copy)` };
  if (earlier === null) await ports.datasets.put(copy);
  const there = new Set((await allDatasetDocuments(ports, caller, copy)).map((document) => document.id));
  const copies = documents.map(async (document) => {
    const { createdAt } = document;
    // They stay in their order. What was cut off goes on when it is asked for again.
    return { ...document, ...kept, id: await derivedId(`${copy.id} ${document.id}`), createdAt, datasetId: copy.id };
  });
  await ports.datasetDocuments.put(...(await Promise.all(copies)).filter((document) => !there.has(document.id)));
  return copy;
}
