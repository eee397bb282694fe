import { JobError } from './errors';
import type { FieldOccurrence, FieldRecord } from './field';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Documents that are named with a field. */
const RECENT = 20;

export interface FieldDetail {
  readonly field: FieldRecord;
  /** Newest first. */
  readonly recent: readonly FieldOccurrence[];
}

/** Throws `not-found`. */
export async function getField(ports: Ports, caller: Caller, id: string): Promise<FieldDetail> {
  const [field] = await ports.fields.getMany(caller.accountId, [id]);
  if (field === undefined) throw new JobError('not-found', `Field ${id} does not exist`);
  return { field, recent: await ports.fields.occurrences(caller.accountId, id, RECENT) };
}
