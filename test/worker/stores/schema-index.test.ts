import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { createPorts } from '../../../src/bindings';
import type { SchemaRecord } from '../../../src/jobs/records';
import { updateSchema } from '../../../src/jobs/update-schema';
import { createD1SchemaIndex } from '../../../src/stores/d1/schema-index';

const index = () => createD1SchemaIndex(env.DB);

const schemaOf = (changes: Partial<SchemaRecord> = {}): SchemaRecord => ({
  id: '1a2b3c4d-0000-4000-8000-000000000000',
  accountId: 'a',
  shortId: 'SCH-1A2B3C4D',
  name: 'Invoice',
  description: null,
  definition: { type: 'object', properties: { 'ä"b': { type: 'string' } } },
  fieldCount: 1,
  version: 1,
  createdAt: 1,
  updatedAt: 1,
  ...changes,
});

const versions = async () =>
  (await env.DB.prepare('select version, definition from schema_versions order by version').all()).results;

describe('schemas in D1', () => {
  test('come back as they went in by id and by short id of any case, to their account alone', async () => {
    const record = schemaOf();
    await index().add(record);
    expect(await index().get('a', record.id)).toEqual(record);
    expect(await index().get('a', 'SCH-1A2B3C4D')).toEqual(record);
    expect(await index().get('a', 'sch-1a2b3c4d')).toEqual(record);
    expect(await index().get('b', record.id)).toBeNull();
    expect(await index().get('b', 'SCH-1A2B3C4D')).toBeNull();
    expect(await index().list('b')).toEqual([]);
  });

  test('are listed all at once, newest first', async () => {
    for (let number = 0; number < 120; number += 1)
      await index().add(schemaOf({ id: `s${number}`, createdAt: number }));
    const listed = await index().list('a');
    expect([listed.length, listed[0]?.id, listed.at(-1)?.id]).toEqual([120, 's119', 's0']);
  });

  test('take a change only on top of the version it was made from, and keep every version', async () => {
    await index().add(schemaOf());
    const next = schemaOf({ version: 2, name: 'Bill', definition: { type: 'object' }, updatedAt: 2 });
    expect(await index().update({ ...next, accountId: 'b' })).toBe(false);
    expect(await index().update({ ...next, version: 3 })).toBe(false);
    expect(await index().update(next)).toBe(true);
    expect(await index().update({ ...next, name: 'Too late' })).toBe(false);
    expect(await index().get('a', next.id)).toEqual(next);
    expect(await versions()).toEqual([
      { version: 1, definition: JSON.stringify(schemaOf().definition) },
      { version: 2, definition: '{"type":"object"}' },
    ]);
  });

  test('changed by several at once end with every change in a version of its own', async () => {
    await index().add(schemaOf());
    const names = ['A', 'B', 'C', 'D'];
    const caller = { accountId: 'a', keyId: 'k' };
    const changed = await Promise.all(
      names.map((name) => updateSchema(createPorts(env), caller, 'SCH-1A2B3C4D', { name })),
    );
    expect(changed.map((schema) => schema.version).sort()).toEqual([2, 3, 4, 5]);
    expect((await versions()).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
  });

  test('are gone with their versions once removed', async () => {
    await index().add(schemaOf());
    expect(await index().remove('b', schemaOf().id)).toBe(false);
    expect((await versions()).length).toBe(1);
    expect(await index().remove('a', schemaOf().id)).toBe(true);
    expect(await index().remove('a', schemaOf().id)).toBe(false);
    expect(await versions()).toEqual([]);
    expect(await index().update(schemaOf({ version: 2 }))).toBe(false);
    expect(await versions()).toEqual([]);
  });
});
