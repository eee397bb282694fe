import { expect, test } from 'vitest';
import type { AgentRecord } from '../../../src/jobs/agent';
import { type CreateAgent, createAgent } from '../../../src/jobs/create-agent';
import { deleteAgent } from '../../../src/jobs/delete-agent';
import { getAgent } from '../../../src/jobs/get-agent';
import { getAgentByName } from '../../../src/jobs/get-agent-by-name';
import { listAgents } from '../../../src/jobs/list-agents';
import { listAllAgents } from '../../../src/jobs/list-all-agents';
import type { Caller } from '../../../src/jobs/records';
import { PLAIN_READING } from '../../../src/jobs/request';
import { updateAgent } from '../../../src/jobs/update-agent';
import { newCaller, ports } from '../../support/accounts';

const create = (caller: Caller, name: string, overrides: Partial<CreateAgent> = {}): Promise<AgentRecord> =>
  createAgent(ports(), caller, {
    family: 'agent',
    name,
    definition: { total: 'number' },
    options: PLAIN_READING,
    priority: 'normal',
    asked: { form: 'test/1', body: { mode: 'FAST' } },
    idempotencyKey: null,
    ...overrides,
  });

const window = { limit: 2, after: null, order: 'desc', offset: 0 } as const;

test('an agent is found by id and by name, in its family and account alone', async () => {
  const caller = newCaller();
  const made = await create(caller, '  Freight bills ');
  expect(made).toMatchObject({ name: 'Freight bills', version: 1, definition: { type: 'object' } });
  expect(await getAgent(ports(), caller, 'agent', made.id)).toEqual(made);
  expect(await getAgentByName(ports(), caller, 'agent', 'Freight bills')).toEqual(made);
  for (const [who, family] of [
    [caller, 'configuration'],
    [newCaller(), 'agent'],
  ] as const) {
    await expect(getAgent(ports(), who, family, made.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(getAgentByName(ports(), who, family, made.name)).rejects.toMatchObject({ code: 'not-found' });
    await expect(updateAgent(ports(), who, family, made.id, { name: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(deleteAgent(ports(), who, family, made.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listAllAgents(ports(), who, family)).toEqual([]);
  }
});

test('a name is taken once in a family, also when several ask for it at once', async () => {
  const caller = newCaller();
  const made = await Promise.allSettled(Array.from({ length: 5 }, () => create(caller, 'Bills')));
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(create(caller, 'Bills')).rejects.toMatchObject({ code: 'conflict', details: { field: 'name' } });
  await create(caller, 'Bills', { family: 'configuration' });
  await create(newCaller(), 'Bills');
});

test('of two agents that are to have one name at the same time one gets it', async () => {
  const caller = newCaller();
  const [one, two] = await Promise.all([create(caller, 'One'), create(caller, 'Two')]);
  const renamed = await Promise.allSettled(
    [one, two].map(({ id }) => updateAgent(ports(), caller, 'agent', id, { name: 'Same' })),
  );
  expect(renamed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(renamed.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
});

test.each([
  ['', { total: 'number' }, 'name'],
  [' \n', { total: 'number' }, 'name'],
  ['Bills', { type: 'object', properties: {} }, 'schema'],
])('the name %j and the definition %j are refused for the %s', async (name, definition, field) => {
  const caller = newCaller();
  await expect(create(caller, name, { definition })).rejects.toMatchObject({
    code: 'invalid-request',
    details: { field },
  });
  const { id } = await create(caller, 'Good');
  await expect(updateAgent(ports(), caller, 'agent', id, { name, definition })).rejects.toMatchObject({
    code: 'invalid-request',
    details: { field },
  });
});

test('the same idempotency key gives the same agent, and is refused for another one', async () => {
  const caller = newCaller();
  const made = await create(caller, 'Bills', { idempotencyKey: 'k' });
  expect(await create(caller, 'Bills', { idempotencyKey: 'k' })).toEqual(made);
  await expect(create(caller, 'Other', { idempotencyKey: 'k' })).rejects.toMatchObject({
    code: 'idempotency-mismatch',
  });
});

test('an agent whose id is known beforehand is stored under it once', async () => {
  const caller = newCaller();
  const id = crypto.randomUUID();
  expect((await create(caller, 'Default', { id })).id).toBe(id);
  await create(caller, 'Default', { id });
  expect(await listAllAgents(ports(), caller, 'agent')).toHaveLength(1);
});

test('a change makes the next version; a change of nothing makes none; changes at once all hold', async () => {
  const caller = newCaller();
  const { id, ...made } = await create(caller, 'Bills');
  expect(await updateAgent(ports(), caller, 'agent', id, {})).toEqual({ id, ...made });
  const changed = await updateAgent(ports(), caller, 'agent', id, {
    definition: { due: 'date' },
    priority: 'high',
    options: { ...PLAIN_READING, target: 'page' },
    asked: { form: 'test/2', body: {} },
  });
  expect(changed).toMatchObject({ name: 'Bills', version: 2, priority: 'high', asked: { form: 'test/2' } });
  await Promise.all([
    updateAgent(ports(), caller, 'agent', id, { name: 'Invoices' }),
    updateAgent(ports(), caller, 'agent', id, { priority: 'normal' }),
  ]);
  const { updatedAt, ...now } = await getAgent(ports(), caller, 'agent', id);
  const { updatedAt: before, ...then } = changed;
  expect(now).toEqual({ ...then, name: 'Invoices', priority: 'normal', version: 4 });
  expect(updatedAt).toBeGreaterThanOrEqual(before);
});

test('lists are paged and whole, newest first, and know nothing of a deleted one', async () => {
  const caller = newCaller();
  const made: string[] = [];
  for (const name of ['a', 'b', 'c', 'd', 'e']) made.unshift((await create(caller, name)).id);
  const all = (await listAllAgents(ports(), caller, 'agent')).map(({ id }) => id);
  expect([...all].sort()).toEqual([...made].sort());
  const first = await listAgents(ports(), caller, 'agent', window);
  const second = await listAgents(ports(), caller, 'agent', { ...window, after: first.next });
  const third = await listAgents(ports(), caller, 'agent', { ...window, after: second.next });
  expect([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).toEqual(all);
  expect([first.total, third.next]).toEqual([5, null]);

  await deleteAgent(ports(), caller, 'agent', all[0] ?? '');
  await expect(deleteAgent(ports(), caller, 'agent', all[0] ?? '')).rejects.toMatchObject({ code: 'not-found' });
  expect((await listAllAgents(ports(), caller, 'agent')).map(({ id }) => id)).toEqual(all.slice(1));
});
