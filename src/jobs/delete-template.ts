import { noTemplate } from './get-template';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Its document stays, and so does what was made with it. Throws `not-found`. */
export async function deleteTemplate(ports: Ports, { accountId }: Caller, id: string): Promise<void> {
  if (!(await ports.templates.remove(accountId, id))) throw noTemplate(id);
}
