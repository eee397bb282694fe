import { getTemplate } from './get-template';
import { newlyKept } from './keep';
import type { Ports } from './ports';
import type { Caller } from './records';
import type { TemplateRecord } from './template';

/** Another template of the same form, with the same fields. `name`: null: that of the first, and that it is a copy. Throws `not-found`. */
export async function duplicateTemplate(
  ports: Ports,
  caller: Caller,
  id: string,
  name: string | null,
): Promise<TemplateRecord> {
  const stored = await getTemplate(ports, caller, id);
  const copy = { ...stored, ...newlyKept(ports, caller), name: name ?? `${stored.name} (copy)` };
  await ports.templates.put(copy);
  return copy;
}
