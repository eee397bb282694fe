import { getTemplate } from './get-template';
import { keepOnce } from './keep';
import type { Ports } from './ports';
import type { Caller } from './records';
import type { TemplateRecord } from './template';

/** Another template of the same form, with the same fields. `name`: null: that of the first, and that it is a copy. Throws `not-found`, `idempotency-mismatch`. */
export async function duplicateTemplate(
  ports: Ports,
  caller: Caller,
  id: string,
  name: string | null,
  idempotencyKey: string | null,
): Promise<TemplateRecord> {
  const stored = await getTemplate(ports, caller, id);
  const asked = { asked: ['template like', id, name], idempotencyKey };
  return keepOnce(ports, caller, ports.templates, asked, (kept) => {
    return { ...stored, ...kept, name: name ?? `${stored.name} (copy)` };
  });
}
