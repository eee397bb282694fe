import type { Ports } from './ports';
import type { Caller, ExtractionFilter, ExtractionRecord, Listing } from './records';

/** One page of an account's extractions, from the index. `schemaId` may be a short id; nothing matches one that is unknown. */
export async function listExtractions(
  ports: Ports,
  caller: Caller,
  filter: ExtractionFilter,
): Promise<Listing<ExtractionRecord>> {
  const { schemaId } = filter;
  const stored = schemaId?.startsWith('SCH-') ? await ports.schemas.get(caller.accountId, schemaId) : null;
  return ports.extractions.list(caller.accountId, { ...filter, schemaId: stored?.id ?? schemaId });
}
