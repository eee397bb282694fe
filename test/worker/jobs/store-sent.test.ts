import { expect, test } from 'vitest';
import { storeSent } from '../../../src/jobs/store-sent';
import { newCaller, ports } from '../../support/accounts';

const textOf = (length: number) => new TextEncoder().encode('Total: 1\n'.padEnd(length, 'x'));

test('a large file that came with a request is stored whole, and its memory given back at once', async () => {
  const caller = newCaller();
  const { buffer } = textOf(2_000_000);
  const bytes = new Uint8Array(buffer, 10, 1_500_000);
  const { sha256 } = await storeSent(ports(), caller, { filename: 'a.txt', bytes });
  expect((await ports().blobs.getContent(caller.accountId, sha256))?.length).toBe(1_500_000);
  expect(buffer.byteLength).toBe(0);
});

test('a small one may lie in a memory that others share, and stays', async () => {
  const bytes = textOf(1000);
  await storeSent(ports(), newCaller(), { filename: 'a.txt', bytes });
  expect(bytes).toEqual(textOf(1000));
});
