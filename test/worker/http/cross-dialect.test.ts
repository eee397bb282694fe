/** One job, three ways of speaking of it: whatever every dialect must agree on. */
import { describe, expect, test } from 'vitest';
import { DIALECTS, type DialectName } from '../../../src/http/dialects';
import { readId, shortJobId } from '../../../src/jobs/id-forms';
import { startJob, storeInvoices } from '../../support/accounts';
import { DIALECT_NAMES, EACH_DIALECT, type SeenJob } from '../../support/dialects';
import { invoiceNumber, invoiceText } from '../../support/documents';
import { type Account, newAccount } from './account';
import { askIn, callerOf, endOf } from './ask-in';

const create = (name: DialectName, account: Account, document: number, headers?: Readonly<Record<string, string>>) =>
  EACH_DIALECT[name].create(askIn(name, account), invoiceText(document), headers);

/** In the one spelling that all have in common. */
const plain = (job: SeenJob): SeenJob => ({ ...job, id: readId(job.id) ?? '' });

test('every dialect of the server is asked', () => {
  expect(new Set(DIALECT_NAMES)).toEqual(new Set(Object.keys(DIALECTS)));
});

describe.each(DIALECT_NAMES)('a job made in %s', (maker) => {
  test('is the same job in every dialect: id in any spelling, status, times, values, and its place in the list', async () => {
    const account = await newAccount();
    const first = await create(maker, account, 1);
    const second = await create(maker, account, 2);
    const { createdAt, endedAt } = await endOf(account, first);
    await endOf(account, second);
    const uuid = readId(first) ?? '';
    for (const reader of DIALECT_NAMES) {
      const client = EACH_DIALECT[reader];
      const ask = askIn(reader, account);
      for (const spelling of new Set([first, uuid, shortJobId(uuid)]))
        expect([reader, spelling, plain(await client.read(ask, spelling))]).toEqual([
          reader,
          spelling,
          {
            id: uuid,
            status: 'completed',
            createdAt: Math.floor(createdAt / 1000),
            endedAt: Math.floor((endedAt ?? 0) / 1000),
          },
        ]);
      expect([reader, await client.values(ask, first)]).toEqual([
        reader,
        { invoice_number: invoiceNumber(1), total_gross: 119 },
      ]);
      expect([reader, (await client.list(ask)).map(readId)]).toEqual([reader, [readId(second), uuid]]);
    }
  });

  test('is one job however often it is sent with an idempotency key, or as what a client sends again', async () => {
    const account = await newAccount();
    const keyed = { 'idempotency-key': 'once' };
    const first = await create(maker, account, 1, keyed);
    expect(await create(maker, account, 1, keyed)).toBe(first);
    expect(await create(maker, account, 1, { ...keyed, 'x-stainless-retry-count': '1' })).toBe(first);
    const other = await create(maker, account, 2);
    expect(await create(maker, account, 2, { 'x-stainless-retry-count': '2' })).toBe(other);
    expect(await EACH_DIALECT[maker].list(askIn(maker, account))).toEqual([other, first]);
  });
});

test('the same request twice, without a sign, is one job in Talonic and two in the others', async () => {
  for (const [name, jobs] of Object.entries({ talonic: 1, retab: 2, llamacloud: 2 } satisfies Record<
    DialectName,
    number
  >)) {
    const dialect = name as DialectName;
    const account = await newAccount();
    const ids = new Set([await create(dialect, account, 1), await create(dialect, account, 1)]);
    expect([dialect, ids.size]).toEqual([dialect, jobs]);
    expect([dialect, new Set(await EACH_DIALECT[dialect].list(askIn(dialect, account)))]).toEqual([dialect, ids]);
  }
});

test.each(DIALECT_NAMES)(
  'a job cancelled in %s is cancelled in every dialect, and cannot be cancelled again',
  async (name) => {
    const account = await newAccount();
    const caller = callerOf(account);
    // Of many documents, so that it is still at work when it is cancelled.
    const { id } = await startJob(caller, await storeInvoices(caller, 40));
    expect(plain(await EACH_DIALECT[name].cancel(askIn(name, account), id))).toMatchObject({ id, status: 'cancelled' });
    const { createdAt, endedAt } = await endOf(account, id);
    for (const reader of DIALECT_NAMES)
      expect([reader, plain(await EACH_DIALECT[reader].read(askIn(reader, account), id))]).toEqual([
        reader,
        {
          id,
          status: 'cancelled',
          createdAt: Math.floor(createdAt / 1000),
          endedAt: Math.floor((endedAt ?? 0) / 1000),
        },
      ]);
    await expect(EACH_DIALECT[name].cancel(askIn(name, account), id)).rejects.toThrow(/answered 4(00|09)/);
  },
);

test.each(DIALECT_NAMES)('a job made in %s is nowhere in another account', async (maker) => {
  const id = await create(maker, await newAccount(), 1);
  const stranger = await newAccount();
  for (const reader of DIALECT_NAMES) {
    const client = EACH_DIALECT[reader];
    const ask = askIn(reader, stranger);
    await expect(client.read(ask, id)).rejects.toThrow('answered 404');
    await expect(client.values(ask, id)).rejects.toThrow('answered 404');
    await expect(client.cancel(ask, id)).rejects.toThrow('answered 404');
    expect([reader, await client.list(ask)]).toEqual([reader, []]);
  }
});
