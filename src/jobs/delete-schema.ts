import { getSchema } from './get-schema';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Deletes a schema and its versions; answers its id. Jobs and extractions made with it stay. Throws `not-found`. */
export async function deleteSchema(ports: Ports, caller: Caller, idOrShortId: string): Promise<string> {
  const { id } = await getSchema(ports, caller, idOrShortId);
  await ports.schemas.remove(caller.accountId, id);
  return id;
}
