import { describe, expect, test } from 'vitest';
import { PLAIN_READING, type ReadOptions } from '../../../src/jobs/request';
import { deriveStatus } from '../../../src/jobs/status';
import { runDocument } from '../../../src/pipeline/run-document';
import { BOOT, opening } from '../../support/job-states';
import { simulate, type World } from '../../support/simulated-ports';

const ENTRY = {
  type: 'object',
  properties: {
    invoice_number: { type: 'string' },
    total_gross: { type: 'number' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        properties: { description: { type: 'string' }, quantity: { type: 'number' }, amount: { type: 'number' } },
      },
    },
  },
};
const ROWS = 3;

const itemsOf = (page: number) =>
  Array.from({ length: ROWS }, (_, row) => ({
    description: `Bracket ${page * ROWS + row}`,
    quantity: row + 2,
    amount: (row + 2) * 2.5,
  }));

/** Its number on the first page, a table with headings over all, its sum on the last. */
function invoiceOf(pages: number): string {
  const all = Array.from({ length: pages }, (_, page) => itemsOf(page));
  const total = all.flat().reduce((sum, { amount }) => sum + amount, 0);
  const text = all.map((items) =>
    [
      'Description        Quantity     Amount',
      ...items.map(
        ({ description, quantity, amount }) =>
          `${description.padEnd(19)}${String(quantity).padEnd(13)}${amount.toFixed(2)}`,
      ),
    ].join('\n'),
  );
  return `Invoice number: A-17\n\n${text.join('\f')}\n\nTotal gross: ${total.toFixed(2)}\n`;
}

const world = (pages: number, options: Partial<ReadOptions> = {}): World =>
  simulate(
    opening(1, { fieldCount: 5 }),
    { schema: ENTRY, options: { ...PLAIN_READING, ...options } },
    invoiceOf(pages),
  );

async function turn(at: World, deadline = Number.POSITIVE_INFINITY): Promise<void> {
  at.apply({ kind: 'tick', boot: BOOT, now: at.now });
  at.apply({ kind: 'lease', attempt: 1, index: 0, boot: BOOT, now: at.now });
  const document = at.state().documents[0];
  if (!document) throw new Error('no document');
  const job = { accountId: 'acme', jobId: at.state().id };
  await runDocument(
    at.ports,
    { job, attempt: 1, index: 0, token: document.token, operation: 'extract', document },
    deadline,
  );
}

const lastOutput = (at: World) => at.outputs.get(`1/0/reread.${at.state().documents[0]?.checkpoint?.token}`);
const valuesOf = (at: World) => new Map(lastOutput(at)?.cells.map(({ path, value }) => [path.join('.'), value]));
const count = (at: World, operation: string) => at.operations.filter((one) => one === operation).length;

function whole(pages: number): Map<string, unknown> {
  const items = Array.from({ length: pages }, (_, page) => itemsOf(page)).flat();
  const total = items.reduce((sum, { amount }) => sum + amount, 0);
  return new Map<string, unknown>([
    ['invoice_number', 'A-17'],
    ['total_gross', total],
    ...items.flatMap((item, row) =>
      Object.entries(item).map(([name, value]): [string, unknown] => [`items.${row}.${name}`, value]),
    ),
  ]);
}

describe('a document of 60 pages', () => {
  test('comes out whole: its head, its sum, and one list over all pages', async () => {
    const at = world(60);
    await turn(at);
    expect(deriveStatus(at.state())).toBe('completed');
    expect(valuesOf(at)).toEqual(whole(60));
    expect(lastOutput(at)).toMatchObject({ pages: 60 });
    expect(lastOutput(at)?.pageSizes.map(({ number }) => number)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
  });

  test('cites each row on its own page', async () => {
    const at = world(60);
    await turn(at);
    const pages = lastOutput(at)?.cells.flatMap(({ path, citations: [first] }) =>
      path[2] === 'amount' ? [first.page] : [],
    );
    expect(pages).toEqual(Array.from({ length: 60 * ROWS }, (_, row) => Math.floor(row / ROWS) + 1));
  });

  test('is read and looked at in three windows, each stored; a short one in none', async () => {
    const at = world(60);
    await turn(at);
    expect(at.operations.filter((operation) => operation.startsWith('putWindow'))).toEqual(
      ['resolve', 'execute', 'reread'].flatMap((phase) => [1, 2, 3].map((window) => `putWindow ${phase} ${window}`)),
    );
    const short = world(25);
    await turn(short);
    expect(short.operations.filter((operation) => /Window|renew/.test(operation))).toEqual([]);
    expect(valuesOf(short)).toEqual(whole(25));
  });

  test('is handed back between two windows when time runs out, and gone on with at the next window', async () => {
    const at = world(60);
    at.fault = (operation) => {
      if (operation === 'putWindow resolve 2') at.now += 60_000;
    };
    await turn(at, at.now + 30_000);
    expect(at.state().documents[0]).toMatchObject({ outcome: 'waiting', checkpoint: null, errors: 0 });
    at.fault = () => undefined;
    at.operations.length = 0;
    await turn(at);
    expect(count(at, 'putWindow resolve 1') + count(at, 'putWindow resolve 2')).toBe(0);
    expect(valuesOf(at)).toEqual(whole(60));
  });

  test('broken off at any operation is completed by the next turn, with the same values', async () => {
    const unbroken = world(60);
    await turn(unbroken);
    for (let broken = 3; broken < unbroken.operations.length; broken += 4) {
      const at = world(60);
      at.fault = () => {
        if (at.operations.length > broken) throw new Error('the process is gone');
      };
      await turn(at).catch(() => undefined);
      at.fault = () => undefined;
      at.now += 200_000;
      await turn(at);
      expect(valuesOf(at), `broken at ${unbroken.operations[broken]}`).toEqual(whole(60));
    }
  });

  test('stops at the window under way when the job is cancelled', async () => {
    const at = world(60);
    at.fault = (operation) => {
      if (operation === 'putWindow resolve 2') at.apply({ kind: 'cancel', now: at.now });
    };
    await turn(at);
    expect(count(at, 'putWindow resolve 3')).toBe(0);
    expect(at.state().documents[0]).toMatchObject({ outcome: 'failed', problem: { code: 'cancelled' } });
  });

  test('tells how far it is within a phase', async () => {
    const at = world(60);
    const shares: (number | undefined)[] = [];
    at.fault = (operation) => {
      if (operation === 'putWindow execute 3') shares.push(at.state().documents[0]?.phaseShare);
    };
    await turn(at);
    expect(shares).toEqual([50 / 60]);
    expect(at.state().documents[0]?.phaseShare).toBe(0);
  });

  test('is read afresh once when that is asked for, whatever windows were stored', async () => {
    const at = world(60, { fresh: true });
    await turn(at);
    expect(valuesOf(at)).toEqual(whole(60));
  });

  test('has an entry for each page, at the place of the page', async () => {
    const at = simulate(
      opening(1, { fieldCount: 1 }),
      {
        schema: {
          type: 'object',
          properties: { pages: { type: 'array', items: { type: 'object', properties: { note: { type: 'string' } } } } },
        },
        options: { ...PLAIN_READING, target: 'page' },
      },
      Array.from({ length: 60 }, (_, page) => (page % 20 === 9 ? `Note: page ${page + 1}\n` : 'Nothing here\n')).join(
        '\f',
      ),
    );
    await turn(at);
    expect(valuesOf(at)).toEqual(new Map([9, 29, 49].map((page) => [`pages.${page}.note`, `page ${page + 1}`])));
  });
});
