import { fieldCount } from '../schema/walk';
import { acceptDefinition } from './choose-schema';
import { claimRequest } from './claim-request';
import type { Ports } from './ports';
import type { Caller, SchemaRecord } from './records';

export interface CreateSchema {
  readonly name: string;
  readonly description: string | null;
  /** In any of the accepted forms. */
  readonly definition: unknown;
  readonly idempotencyKey: string | null;
}

/**
 * Stores a schema as version 1; the same idempotency key within 24 h gives the schema it made then. Throws
 * `invalid-request` for a definition that is none, `idempotency-mismatch`.
 */
export async function createSchema(ports: Ports, caller: Caller, command: CreateSchema): Promise<SchemaRecord> {
  const { name, description, idempotencyKey } = command;
  const { definition, node } = acceptDefinition(ports, command.definition);
  const asked = JSON.stringify(['schema', name, description, definition]);
  const id = idempotencyKey === null ? ports.ids() : await claimRequest(ports, caller, asked, idempotencyKey);
  const earlier = idempotencyKey === null ? null : await ports.schemas.get(caller.accountId, id);
  if (earlier !== null) return earlier;

  const now = ports.clock();
  const record: SchemaRecord = {
    id,
    accountId: caller.accountId,
    shortId: `SCH-${id.slice(0, 8).toUpperCase()}`,
    name,
    description,
    definition,
    fieldCount: fieldCount(node),
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  await ports.schemas.add(record);
  return record;
}
