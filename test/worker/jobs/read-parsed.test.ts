import { expect, test } from 'vitest';
import { readParsed } from '../../../src/jobs/read-parsed';
import { newCaller, ports, storeInvoices } from '../../support/accounts';

test('a document is read once, and again only when that is asked for, which is then what is known', async () => {
  const caller = newCaller();
  const [document] = await storeInvoices(caller, 1);
  if (document === undefined) throw new Error('an invoice was stored');
  let readings = 0;
  const { blobs, reader } = ports();
  const counting = { blobs, reader: { ...reader, parse: async () => `reading ${++readings}` } };
  const read = (isFresh: boolean, pages: readonly number[] | null = null) =>
    readParsed(counting, caller.accountId, { ...document, pages, isFresh });

  expect([await read(false), await read(false)]).toEqual(['reading 1', 'reading 1']);
  expect([await read(true), await read(false)]).toEqual(['reading 2', 'reading 2']);
  expect([await read(false, [1]), await read(false, [1])]).toEqual(['reading 3', 'reading 3']);
});
