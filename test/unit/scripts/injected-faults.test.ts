import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultsIn } from '../../../scripts/injected-faults.mjs';

test('a bundle with what injects faults is told from one without', () => {
  const entry = readFileSync('test/chaos/worker/index.ts', 'utf8');
  expect(faultsIn([{ type: 'ESModule', contents: entry }])).toEqual(['__chaos', 'CHAOS_SEED']);
  const deployed = readFileSync('src/index.ts', 'utf8');
  expect(faultsIn([{ type: 'ESModule', contents: deployed }])).toEqual([]);
});
