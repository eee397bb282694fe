import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derivedId } from '../../../src/jobs/derived-id';
import { readId } from '../../../src/jobs/id-forms';

test('the id that follows from a name is a UUID of version 8, always the same, and another one for another name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.string(), async (one, other) => {
      const id = await derivedId(one);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(readId(id)).toBe(id);
      expect((await derivedId(other)) === id).toBe(one === other);
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

test('the id of a name is the same on every machine', async () => {
  expect(await derivedId('project of acme')).toBe('4924903f-3c9f-8f0a-89f1-0453fe4e34c1');
});
