import { JobError } from './errors';
import type { FieldRecord } from './field';
import type { Ports } from './ports';
import type { Caller } from './records';
import { similarNames } from './similar-names';

export interface SimilarField {
  readonly field: FieldRecord;
  /** 0-1. */
  readonly similarity: number;
}

/** The fields whose names are most like a field's, best first. Throws `not-found`. */
export async function similarFields(
  ports: Ports,
  caller: Caller,
  id: string,
  limit: number,
): Promise<readonly SimilarField[]> {
  const [field] = await ports.fields.getMany(caller.accountId, [id]);
  if (field === undefined) throw new JobError('not-found', `Field ${id} does not exist`);
  const others = (await ports.fields.all(caller.accountId)).filter((other) => other.id !== id);
  return similarNames(field.canonicalName, others, (other) => other.canonicalName)
    .slice(0, limit)
    .map(({ thing, similarity }) => ({ field: thing, similarity }));
}
