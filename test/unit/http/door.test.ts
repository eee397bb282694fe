import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { accept, acceptId, acceptSchemaId, idempotencyKey, readJson } from '../../../src/http/door';
import { shortJobId } from '../../../src/jobs/id-forms';
import { STANDARD_LIMITS } from '../../../src/jobs/limits';

const refusal = (message: string) => expect.objectContaining({ code: 'invalid-request', message });
const SCOPE = { ports: { settings: { limits: STANDARD_LIMITS } } };
const post = (body: string | null) => new Request('https://a.test/', { method: 'POST', body });

describe('the door', () => {
  test('names the place of what is wrong', () => {
    const Body = z.object({ rows: z.array(z.object({ name: z.string('must be text') })) });
    expect(() => accept(Body, { rows: [{ name: 'a' }, { name: 1 }] })).toThrow(refusal('rows[1].name: must be text'));
    expect(accept(Body, { rows: [], more: 1 })).toEqual({ rows: [] });
  });

  test('tells everything that is wrong, place by place, beside the first', () => {
    const Body = z.object({ name: z.string('must be text'), rows: z.array(z.number('must be a number')) });
    expect(() => accept(Body, { rows: [1, 'x'] })).toThrow(
      expect.objectContaining({
        code: 'invalid-request',
        message: 'name: must be text',
        details: {
          field: 'name',
          issues: [
            { path: ['name'], message: 'must be text', kind: 'invalid_type' },
            { path: ['rows', 1], message: 'must be a number', kind: 'invalid_type' },
          ],
        },
      }),
    );
    expect(() => accept(Body, 7)).toThrow(expect.objectContaining({ details: expect.objectContaining({ field: '' }) }));
  });

  test('takes an id of another dialect', () => {
    const id = '00000000-0000-4000-8000-00000000abcd';
    for (const spelt of [`ext-${id}`, shortJobId(id)]) {
      expect(acceptId(spelt)).toBe(id);
      expect(acceptSchemaId(spelt)).toBe(id);
    }
  });

  test('takes ids of any case and refuses what is none', () => {
    expect(acceptId('00000000-0000-4000-8000-00000000ABCD')).toBe('00000000-0000-4000-8000-00000000abcd');
    for (const id of ['', 'x', 'a/b', '00000000-0000-4000-8000-00000000abcd ', 'SCH-12345678']) {
      expect(() => acceptId(id)).toThrow(refusal('id: must be a UUID'));
    }
  });

  test('takes short ids of schemas as well', () => {
    expect(acceptSchemaId('sch-1a2b3c4d')).toBe('SCH-1A2B3C4D');
    expect(acceptSchemaId('00000000-0000-4000-8000-00000000ABCD')).toBe('00000000-0000-4000-8000-00000000abcd');
    for (const id of ['SCH-1A2B3C4', 'SCH-1A2B3C4G', 'x']) {
      expect(() => acceptSchemaId(id)).toThrow(refusal('id: must be a UUID or a short id like SCH-1A2B3C4D'));
    }
  });

  test('reads no body as an empty object, whatever its type is said to be', async () => {
    expect(await readJson(post(null), SCOPE)).toEqual({});
    expect(await readJson(post(' \n'), SCOPE)).toEqual({});
    expect(await readJson(post('{"a":1}'), SCOPE)).toEqual({ a: 1 });
    await expect(readJson(post('{"a":'), SCOPE)).rejects.toThrow(refusal('The body is not valid JSON.'));
  });

  test('takes idempotency keys up to 255 characters', () => {
    expect(idempotencyKey(new Headers())).toBeNull();
    expect(idempotencyKey(new Headers({ 'idempotency-key': '  ' }))).toBeNull();
    expect(idempotencyKey(new Headers({ 'idempotency-key': ' k ' }))).toBe('k');
    const long = new Headers({ 'idempotency-key': 'k'.repeat(256) });
    expect(() => idempotencyKey(long)).toThrow(refusal('Idempotency-Key: longer than 255 characters.'));
  });
});
