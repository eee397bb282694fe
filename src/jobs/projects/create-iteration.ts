import { keepOnce } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { applyOverrides } from './apply-overrides';
import { getDataset } from './get-dataset';
import { type IterationRecord, NO_OVERRIDES, type ProjectRef, type Variant, variantOf } from './project';

export interface CreateIteration {
  /** What is left out is the parent's, or else the dataset's. */
  readonly variant: Partial<Variant>;
  /** The iteration it goes on from; null: none. */
  readonly parent: IterationRecord | null;
  readonly idempotencyKey: string | null;
}

/**
 * The same idempotency key within 24 h gives the iteration it made then. Throws `not-found` for the dataset, `invalid-request`
 * for overrides of what is not there, `idempotency-mismatch`.
 */
export async function createIteration(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  { variant, parent, idempotencyKey }: CreateIteration,
): Promise<IterationRecord> {
  const { base } = await getDataset(ports, caller, project, datasetId);
  const begun = parent === null ? { reading: base.reading, overrides: NO_OVERRIDES } : variantOf(parent);
  const settled = { ...begun, ...variant };
  applyOverrides(base.task, settled.overrides);
  const asked = { asked: ['iteration', datasetId, variant, parent?.id ?? null], idempotencyKey };
  return keepOnce(ports, caller, ports.iterations, asked, (kept) => ({
    ...kept,
    projectId: project.id,
    datasetId,
    operation: project.operation,
    parentId: parent?.id ?? null,
    settled,
    draft: { ...settled, updatedAt: kept.createdAt },
    finalizedAt: null,
  }));
}
