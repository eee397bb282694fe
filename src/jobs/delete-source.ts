import { getSource } from './get-source';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Deletes a source. The documents that came through it stay, and still name it. Throws `not-found`. */
export async function deleteSource(ports: Ports, caller: Caller, id: string): Promise<void> {
  await getSource(ports, caller, id);
  await ports.sources.remove(caller.accountId, id);
}
