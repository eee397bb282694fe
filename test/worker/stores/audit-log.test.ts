import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { AuditEntry } from '../../../src/jobs/audit';
import { noteChange } from '../../../src/jobs/note-change';
import { createD1AuditLog } from '../../../src/stores/d1/audit-log';
import { plansOf } from './plan';

const WINDOW = { limit: 2, after: null, order: 'desc', offset: 0 } as const;

const entry = (number: number, accountId = 'a'): AuditEntry => ({
  id: `${accountId}-${number}`,
  accountId,
  action: 'key.created',
  subjectId: `key-${number}`,
  keyId: 'k',
  requestId: 'req_1',
  createdAt: number,
});

test('a log shows what was done in its own account, page by page', async () => {
  const log = createD1AuditLog(env.DB);
  for (const number of [1, 2, 3]) await log.add(entry(number));
  await log.add(entry(4, 'other'));
  const first = await log.list('a', WINDOW);
  expect(first).toEqual({ items: [entry(3), entry(2)], total: 3, next: { createdAt: 2, id: 'a-2' } });
  expect(await log.list('a', { ...WINDOW, after: first.next })).toEqual({ items: [entry(1)], total: 3, next: null });
});

test('an entry can neither be changed nor removed', async () => {
  const log = createD1AuditLog(env.DB);
  await log.add(entry(1));
  for (const statement of ["update audit_entries set key_id = 'x'", 'delete from audit_entries'])
    await expect(env.DB.prepare(statement).run()).rejects.toThrow('an entry is never');
  expect((await log.list('a', WINDOW)).items).toEqual([entry(1)]);
});

test('an index answers the log, already in order', async () => {
  const plans = await plansOf((d1) => createD1AuditLog(d1).list('a', { ...WINDOW, after: { createdAt: 1, id: 'x' } }));
  expect(plans.filter((plan) => !/^SEARCH audit_entries USING (COVERING )?INDEX/.test(plan))).toEqual([]);
});

test('what the service does by itself is noted without a key and a request', async () => {
  const audit = createD1AuditLog(env.DB);
  await noteChange({ audit, ids: () => 'i', clock: () => 7 }, { accountId: 'a' }, 'webhook.disabled', 'w');
  const [noted] = (await audit.list('a', WINDOW)).items;
  expect(noted).toEqual({
    ...entry(7),
    id: 'i',
    action: 'webhook.disabled',
    subjectId: 'w',
    keyId: null,
    requestId: null,
  });
});
