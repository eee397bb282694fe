/** The registry of fields and the filter of documents by what was read in them, against the same done naively in memory. */
import { expect, test } from 'vitest';
import type { FieldList } from '../../../src/http/talonic/field-wire';
import type { FilterResult } from '../../../src/http/talonic/filter-wire';
import { type FieldRecord, type FieldValue, fieldIdOf, tierOf } from '../../../src/jobs/field';
import type { DocumentRecord } from '../../../src/jobs/records';
import { ports } from '../../support/accounts';
import { seededRandom } from '../../support/random';
import { idsInOrder, type SeededAccount, visibleJobs } from '../../support/seeded-account';
import type { Account, Answer } from './account';
import { SEED, seededAccounts } from './seeded-accounts';

/** Only so that there are results, from which the values are. */
const FEW_JOBS = 10;

/** What a document says; undefined: it was not asked; null: it was asked and did not say. */
interface Said {
  readonly total?: number | null;
  readonly orderDate?: string | null;
  readonly supplier?: string | null;
}

interface World {
  readonly account: Account;
  readonly seeded: SeededAccount;
  readonly said: ReadonlyMap<string, Said>;
}

const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`);

/** A result that is still kept: values of others are not. */
function resultIn(seeded: SeededAccount): string {
  const kept = visibleJobs(seeded).find(({ summary }) => summary.status === 'completed');
  return kept?.extractions[0]?.id ?? '';
}

async function fieldOf(accountId: string, canonicalName: string, changes: Partial<FieldRecord>): Promise<FieldRecord> {
  return {
    id: await fieldIdOf(accountId, canonicalName),
    accountId,
    canonicalName,
    title: canonicalName,
    type: 'string',
    description: '',
    group: null,
    occurrences: 0,
    createdAt: 1_000,
    updatedAt: 1_000,
    ...changes,
  };
}

/** Documents that say something, beside another account's, which must never be seen. */
async function world(): Promise<World> {
  const { account, seeded } = await seededAccounts(FEW_JOBS);
  const random = seededRandom(SEED);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const said = new Map<string, Said>();
  for (const { id } of seeded.documents) {
    const total = pick([undefined, null, 0, 12.5, 100, 100, 1250, -3]);
    const orderDate = pick([undefined, null, '2026-03-04', '2026-03-05', '2026-04-01', '2025-12-31']);
    const supplier = pick([undefined, null, 'Nordwind', 'nordwind', 'Harbour Works', '100%_pure', 'GRÖSSE']);
    said.set(id, {
      ...(total === undefined ? {} : { total }),
      ...(orderDate === undefined ? {} : { orderDate }),
      ...(supplier === undefined ? {} : { supplier }),
    });
  }
  const fields = await Promise.all([
    fieldOf(account.id, 'total', { type: 'number' }),
    fieldOf(account.id, 'order_date', { type: 'date' }),
    fieldOf(account.id, 'supplier_name', {}),
  ]);
  const [total, orderDate, supplier] = fields.map(({ id }) => id);
  const values = [...said].flatMap(([documentId, one]): FieldValue[] => {
    const reading = (
      fieldId: string | undefined,
      text: string | null | undefined,
      readings: Partial<FieldValue> = {},
    ) =>
      fieldId === undefined || text === undefined
        ? []
        : [
            {
              fieldId,
              documentId,
              extractionId: resultIn(seeded),
              text,
              number: null,
              time: null,
              at: 2_000,
              ...readings,
            },
          ];
    const { total: amount, orderDate: day } = one;
    return [
      ...reading(total, typeof amount === 'number' ? String(amount) : amount, { number: amount ?? null }),
      ...reading(orderDate, day, { time: day == null ? null : dayOf(day) }),
      ...reading(supplier, one.supplier),
    ];
  });
  await ports().fields.put(account.id, fields, values);
  return { account, seeded, said };
}

async function filtered(account: Account, json: object): Promise<FilterResult> {
  const { status, body } = await account.call<FilterResult>('POST', '/v1/documents/filter', { json });
  if (status !== 200) throw new Error(`${JSON.stringify(json)} answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** All of it, by the cursor. */
async function walk(account: Account, json: object): Promise<{ ids: readonly string[]; total: number }> {
  const ids: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const { data, total, pagination }: FilterResult = await filtered(account, { limit: 60, ...json, cursor });
    ids.push(...data.map(({ id }) => id));
    cursor = pagination.next_cursor;
    if (cursor === null) return { ids, total };
  }
}

test('POST /v1/documents/filter: every operator, of numbers, days and texts', async () => {
  const { account, seeded, said } = await world();
  const total = (holds: (amount: number) => boolean) => (one: Said) =>
    typeof one.total === 'number' && holds(one.total);
  const day = (holds: (text: string) => boolean) => (one: Said) => one.orderDate != null && holds(one.orderDate);
  const supplier = (holds: (text: string) => boolean) => (one: Said) => one.supplier != null && holds(one.supplier);
  const cases: readonly (readonly [object, (one: Said) => boolean])[] = [
    [{ fieldId: 'total', operator: 'eq', value: 100 }, total((amount) => amount === 100)],
    [{ fieldId: 'total', operator: 'eq', value: '12,50 EUR' }, total((amount) => amount === 12.5)],
    [{ fieldId: 'total', operator: 'neq', value: 100 }, total((amount) => amount !== 100)],
    [{ fieldId: 'total', operator: 'gt', value: 12.5 }, total((amount) => amount > 12.5)],
    [{ fieldId: 'total', operator: 'gte', value: '12.5' }, total((amount) => amount >= 12.5)],
    [{ fieldId: 'total', operator: 'lt', value: 0 }, total((amount) => amount < 0)],
    [{ fieldId: 'total', operator: 'lte', value: 0 }, total((amount) => amount <= 0)],
    [
      { fieldId: 'total', operator: 'between', value: 0, valueTo: 100 },
      total((amount) => amount >= 0 && amount <= 100),
    ],
    [{ fieldId: 'total', operator: 'in', value: [0, 1250, 7] }, total((amount) => amount === 0 || amount === 1250)],
    [{ fieldId: 'total', operator: 'contains', value: '25' }, total((amount) => String(amount).includes('25'))],
    [{ fieldId: 'total', operator: 'is_empty' }, (one) => one.total == null],
    [{ fieldId: 'total', operator: 'is_not_empty' }, (one) => one.total != null],
    [{ field: 'Order date', operator: 'eq', value: '2026-03-04' }, day((text) => text === '2026-03-04')],
    [{ field: 'Order date', operator: 'neq', value: '04.03.2026' }, day((text) => text !== '2026-03-04')],
    [{ field: 'order-date', operator: 'gt', value: '2026-03-04' }, day((text) => text > '2026-03-04')],
    [{ field: 'orderDate', operator: 'gte', value: '2026-03-05' }, day((text) => text >= '2026-03-05')],
    [{ field: 'order_date', operator: 'lt', value: '2026-03-04' }, day((text) => text < '2026-03-04')],
    [{ field: 'order_date', operator: 'lte', value: '2026-03-04' }, day((text) => text <= '2026-03-04')],
    [
      { field: 'order_date', operator: 'between', value: ['2026-03-04', '2026-03-05'] },
      day((text) => text >= '2026-03-04' && text <= '2026-03-05'),
    ],
    [{ field_id: 'supplier.name', operator: 'eq', value: 'NORDWIND' }, supplier((name) => /^nordwind$/i.test(name))],
    [{ field_id: 'supplier_name', operator: 'eq', value: 'GRÖSSE' }, supplier((name) => name === 'GRÖSSE')],
    [{ field_id: 'supplier_name', operator: 'neq', value: 'nordwind' }, supplier((name) => !/^nordwind$/i.test(name))],
    [{ field_id: 'supplier_name', operator: 'contains', value: 'WORK' }, supplier((name) => /work/i.test(name))],
    [{ field_id: 'supplier_name', operator: 'contains', value: '%_' }, supplier((name) => name.includes('%_'))],
    [
      { field_id: 'supplier_name', operator: 'starts_with', value: 'harbour' },
      supplier((name) => /^harbour/i.test(name)),
    ],
    [
      { field_id: 'supplier_name', operator: 'in', value: 'nordwind, GRÖSSE' },
      supplier((name) => /^nordwind$/i.test(name) || name === 'GRÖSSE'),
    ],
    [{ field_id: 'supplier_name', operator: 'is_empty' }, (one) => one.supplier == null],
    [{ field_id: await fieldIdOf(account.id, 'total'), operator: 'gt', value: 100 }, total((amount) => amount > 100)],
  ];
  const idsOf = (holds: (one: Said) => boolean) =>
    idsInOrder(
      seeded.documents.filter(({ id }) => holds(said.get(id) ?? {})),
      'desc',
    );
  for (const [condition, holds] of cases) {
    const expected = idsOf(holds);
    expect([condition, expected.length > 0]).toEqual([condition, true]);
    const found = await walk(account, { conditions: [condition] });
    expect([condition, found]).toEqual([condition, { ids: expected, total: expected.length }]);
  }
});

test('POST /v1/documents/filter: conditions, words, source, order and pages together', async () => {
  const { account, seeded, said } = await world();
  const [source_id = ''] = seeded.sourceIds;
  const documents = seeded.documents.filter(({ sourceId }) => sourceId === source_id);
  const isMeant = ({ id, filename }: DocumentRecord) => {
    const { total, supplier } = said.get(id) ?? {};
    return (total ?? 0) > 1 && `${filename} ${supplier}`.toLowerCase().includes('o');
  };
  const conditions = [{ fieldId: 'total', operator: 'gt', value: 1 }];
  const expected = idsInOrder(documents.filter(isMeant), 'desc');
  expect(expected.length).toBeGreaterThan(3);
  const asked = { conditions, source_id, search: 'o', limit: 2 };
  expect(await walk(account, asked)).toEqual({ ids: expected, total: expected.length });

  const second = await filtered(account, { ...asked, page: 2 });
  expect([second.data.map(({ id }) => id), second.page, second.limit]).toEqual([expected.slice(2, 4), 2, 2]);

  const capital = seeded.documents.filter(({ id }) => said.get(id)?.supplier === 'GRÖSSE');
  const found = await walk(account, { conditions: [], search: 'GRÖSSE' });
  expect(found).toEqual({ ids: idsInOrder(capital, 'desc'), total: capital.length });

  // By a field: what has no value comes last, and within the same value the newest is first.
  for (const direction of ['asc', 'desc'] as const) {
    const sign = direction === 'asc' ? 1 : -1;
    const amountOf = (id: string) => said.get(id)?.total ?? null;
    const newestFirst = idsInOrder(seeded.documents, 'desc');
    const inOrder = [...newestFirst].sort((a, b) => {
      const [one, two] = [amountOf(a), amountOf(b)];
      if (one === null || two === null) return Number(one === null) - Number(two === null);
      return sign * (one - two);
    });
    const sorted = await walk(account, { conditions: [], sort: { fieldId: 'total', direction } });
    expect([direction, sorted]).toEqual([direction, { ids: inOrder, total: inOrder.length }]);
  }
});

test('GET /v1/fields: search, tier, cluster, order and pages', async () => {
  const { account, seeded } = await seededAccounts(FEW_JOBS);
  const words = ['total', 'date', 'name', 'number'];
  const groups = [null, 'seller', 'buyer', 'line'];
  const random = seededRandom(SEED);
  const fields = await Promise.all(
    words.flatMap((word) =>
      groups.map((group) =>
        fieldOf(account.id, group === null ? word : `${group}_${word}`, {
          group,
          title: `The ${word}`,
          description: group === 'line' ? 'As PRINTED in the table' : '',
          createdAt: 1_000 + Math.floor(random() * 5),
        }),
      ),
    ),
  );
  const occurrences = new Map(fields.map(({ id }, index) => [id, [0, 1, 4, 5, 19, 20, 33][index % 7] ?? 0]));
  const values = fields.flatMap(({ id: fieldId }) =>
    seeded.documents.slice(0, occurrences.get(fieldId)).map((document): FieldValue => {
      const readings = { text: 'x', number: null, time: null };
      return { fieldId, documentId: document.id, extractionId: resultIn(seeded), at: 2_000, ...readings };
    }),
  );
  await ports().fields.put(account.id, fields, values);
  await ports().fields.put('another account', [await fieldOf('another account', 'total', {})], []);

  const expectWalk = async (query: Readonly<Record<string, string>>, holds: (field: FieldRecord) => boolean) => {
    const expected = idsInOrder(fields.filter(holds), query.order === 'asc' ? 'asc' : 'desc');
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const asked: URLSearchParams = new URLSearchParams({ limit: '5', ...query, cursor });
      const { body }: Answer<FieldList> = await account.call<FieldList>('GET', `/v1/fields?${asked}`);
      ids.push(...body.data.map(({ id }) => id));
      expect([query, body.pagination.total]).toEqual([query, expected.length]);
      cursor = body.pagination.next_cursor;
    }
    expect([query, ids, ids.length > 0]).toEqual([query, expected, true]);
  };
  const isOf = (tier: string) => (field: FieldRecord) => tierOf(occurrences.get(field.id) ?? 0) === tier;
  await expectWalk({}, () => true);
  await expectWalk({ order: 'asc' }, () => true);
  await expectWalk({ tier: 'core' }, isOf('core'));
  await expectWalk({ tier: '2' }, isOf('established'));
  await expectWalk({ tier: 'emerging' }, isOf('emerging'));
  await expectWalk({ cluster_id: 'seller' }, ({ group }) => group === 'seller');
  await expectWalk({ cluster: 'Buyer' }, ({ group }) => group === 'buyer');
  await expectWalk({ search: 'dates' }, ({ canonicalName }) => canonicalName.endsWith('date'));
  await expectWalk({ search: 'seller-TOTAL' }, ({ canonicalName }) => canonicalName === 'seller_total');
  await expectWalk({ search: 'printed' }, ({ group }) => group === 'line');
  await expectWalk(
    { search: 'number', tier: 'emerging', order: 'asc' },
    (field) => field.canonicalName.endsWith('number') && isOf('emerging')(field),
  );
});
