import { JobError } from './errors';
import type { Ports } from './ports';
import type { Caller } from './records';
import type { TemplateRecord } from './template';

/** Throws `not-found`. */
export async function getTemplate(ports: Ports, { accountId }: Caller, id: string): Promise<TemplateRecord> {
  const record = await ports.templates.get(accountId, id);
  if (record === null) throw noTemplate(id);
  return record;
}

export const noTemplate = (id: string): JobError => new JobError('not-found', `Template ${id} does not exist`);
