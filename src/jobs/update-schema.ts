import { fieldCount } from '../schema/walk';
import { acceptDefinition } from './choose-schema';
import { getSchema } from './get-schema';
import { nextVersion } from './next-version';
import type { Ports } from './ports';
import type { Caller, SchemaRecord } from './records';

/** What is undefined stays as it is. */
export interface SchemaChange {
  readonly name?: string | undefined;
  readonly description?: string | null | undefined;
  /** In any of the accepted forms. */
  readonly definition?: unknown;
}

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
  const read = definition === undefined ? null : acceptDefinition(ports, definition);
  if (name === undefined && description === undefined && read === null) return getSchema(ports, caller, idOrShortId);
  return nextVersion(
    () => getSchema(ports, caller, idOrShortId),
    (stored) => ({
      ...stored,
      name: name ?? stored.name,
      description: description === undefined ? stored.description : description,
      ...(read === null ? {} : { definition: read.definition, fieldCount: fieldCount(read.node) }),
      updatedAt: ports.clock(),
    }),
    (next) => ports.schemas.update(next),
    `Schema ${idOrShortId}`,
  );
}
