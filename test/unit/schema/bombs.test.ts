import process from 'node:process';
import { expect, test } from 'vitest';
import { SCHEMA_BOMBS } from '../../../bench/bombs/schema-bombs.mjs';
import { normaliseSchema } from '../../../src/schema/normalise';

test.each(Object.entries(SCHEMA_BOMBS))('a schema that unfolds beyond measure is refused at once: %s', (_, make) => {
  const schema = make();
  const before = process.cpuUsage();
  const read = normaliseSchema(schema);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000, 'milliseconds of CPU').toBeLessThan(1000);
  expect(read.ok ? 'taken' : read.problem).toMatch(
    /more than|deeper than|longer than|leads back|\$ref|points at|names?|not a JSON value/,
  );
});
