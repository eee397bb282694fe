import { getTemplate } from './get-template';
import { changeKept } from './keep';
import type { Ports } from './ports';
import type { Caller } from './records';
import type { TemplateRecord } from './template';

/** What is undefined stays as it is. */
export interface TemplateChange {
  readonly name?: string | undefined;
  readonly fields?: TemplateRecord['fields'] | undefined;
}

/** Throws `not-found`, and `conflict` while others keep changing it. */
export const updateTemplate = (
  ports: Ports,
  caller: Caller,
  id: string,
  { name, fields }: TemplateChange,
): Promise<TemplateRecord> =>
  changeKept(
    ports,
    ports.templates,
    () => getTemplate(ports, caller, id),
    (stored) => ({ name: name ?? stored.name, fields: fields ?? stored.fields }),
    `template ${id}`,
  );
