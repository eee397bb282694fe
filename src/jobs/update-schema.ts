import { fieldCount } from '../schema/walk';
import { readDefinition } from './choose-schema';
import { JobError } from './errors';
import { getSchema } from './get-schema';
import type { Ports } from './ports';
import type { Caller, SchemaRecord } from './records';

/** What is undefined stays as it is. */
export interface SchemaChange {
  readonly name?: string | undefined;
  readonly description?: string | null | undefined;
  /** In any of the accepted forms. */
  readonly definition?: unknown;
}

/** How often a change is tried again after another one came first. */
const TRIES = 5;

/**
 * Stores the next version of a schema; jobs made before keep theirs. A change of nothing makes no version.
 * Throws `not-found`, `invalid-request`, `conflict` while others keep changing it.
 */
export async function updateSchema(
  ports: Ports,
  caller: Caller,
  idOrShortId: string,
  change: SchemaChange,
): Promise<SchemaRecord> {
  const { name, description, definition } = change;
  const read = definition === undefined ? null : readDefinition(definition);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await getSchema(ports, caller, idOrShortId);
    if (name === undefined && description === undefined && read === null) return stored;
    const next: SchemaRecord = {
      ...stored,
      name: name ?? stored.name,
      description: description === undefined ? stored.description : description,
      ...(read === null ? {} : { definition: read.definition, fieldCount: fieldCount(read.node) }),
      version: stored.version + 1,
      updatedAt: ports.clock(),
    };
    if (await ports.schemas.update(next)) return next;
  }
  throw new JobError('conflict', `Schema ${idOrShortId} is being changed by others; read it and try again`);
}
