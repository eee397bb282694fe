import { claimRequest } from './claim-request';
import type { Ports } from './ports';
import type { Caller } from './records';
import type { SourceRecord } from './source';

export interface CreateSource extends Pick<SourceRecord, 'name' | 'type'> {
  readonly idempotencyKey: string | null;
}

/** Names a place where documents come from; the same idempotency key within 24 h gives the source it made then. Throws `idempotency-mismatch`. */
export async function createSource(ports: Ports, caller: Caller, command: CreateSource): Promise<SourceRecord> {
  const { name, type, idempotencyKey } = command;
  const asked = JSON.stringify(['source', name, type]);
  const id = idempotencyKey === null ? ports.ids() : await claimRequest(ports, caller, asked, idempotencyKey);
  const earlier = idempotencyKey === null ? null : await ports.sources.get(caller.accountId, id);
  if (earlier !== null) return earlier;

  const now = ports.clock();
  const record: SourceRecord = { id, accountId: caller.accountId, name, type, createdAt: now, updatedAt: now };
  await ports.sources.add(record);
  return record;
}
