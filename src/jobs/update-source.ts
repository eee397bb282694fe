import { JobError } from './errors';
import { getSource } from './get-source';
import type { Ports } from './ports';
import type { Caller } from './records';
import type { SourceRecord } from './source';

/** What is undefined stays as it is. */
export interface SourceChange {
  readonly name?: string | undefined;
  readonly type?: string | undefined;
}

/** Throws `not-found`. */
export async function updateSource(
  ports: Ports,
  caller: Caller,
  id: string,
  { name, type }: SourceChange,
): Promise<SourceRecord> {
  const stored = await getSource(ports, caller, id);
  if (name === undefined && type === undefined) return stored;
  const next: SourceRecord = {
    ...stored,
    name: name ?? stored.name,
    type: type ?? stored.type,
    updatedAt: ports.clock(),
  };
  if (!(await ports.sources.update(next))) throw new JobError('not-found', `Source ${id} does not exist`);
  return next;
}
