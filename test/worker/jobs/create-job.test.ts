import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { cancelJob } from '../../../src/jobs/cancel-job';
import { createJob } from '../../../src/jobs/create-job';
import { createSchema } from '../../../src/jobs/create-schema';
import { deleteDocument } from '../../../src/jobs/delete-document';
import { deleteJob } from '../../../src/jobs/delete-job';
import { deleteSchema } from '../../../src/jobs/delete-schema';
import { getJob } from '../../../src/jobs/get-job';
import { getResult } from '../../../src/jobs/get-result';
import type { Ports } from '../../../src/jobs/ports';
import type { Caller, DocumentRecord } from '../../../src/jobs/records';
import { PLAIN_READING } from '../../../src/jobs/request';
import { storeDocument } from '../../../src/jobs/store-document';
import { updateSchema } from '../../../src/jobs/update-schema';
import { extractionOf, INVOICE_SCHEMA, newCaller, ports, startJob, storeInvoices } from '../../support/accounts';

const named = (...ids: readonly string[]) => ids.map((id) => ({ id, filename: null }));

const create = (caller: Caller, ...args: Parameters<typeof extractionOf>) =>
  createJob(ports(), caller, extractionOf(...args));

describe('the same request again', () => {
  test('joins the first job, also when all come at once; another name makes another job', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 2);
    const made = await Promise.all(Array.from({ length: 6 }, () => create(caller, documents)));
    expect(new Set(made.map(({ job }) => job.id)).size).toBe(1);
    expect((await create(caller, documents)).joined).toBe(true);
    const other = await create(caller, documents, { name: 'another' });
    expect(other).toMatchObject({ joined: false });
    expect(other.job.id).not.toBe(made[0]?.job.id);
  });

  test('makes a new job when the first one is deleted at the very moment it is to be joined', async () => {
    const caller = newCaller();
    const asked = extractionOf(await storeInvoices(caller, 1), { idempotencyKey: 'k' });
    const deleted: string[] = [];
    const gates: Ports['gates'] = {
      at: (ref) => {
        const gate = ports().gates.at(ref);
        const open: typeof gate.open = async (opening) => {
          if (deleted.length === 0) {
            deleted.push((await gate.open(opening)).id);
            await deleteJob(ports(), caller, ref.jobId);
          }
          return gate.open(opening);
        };
        return { ...gate, open };
      },
    };
    const { job, joined } = await createJob({ ...ports(), gates }, caller, asked);
    expect([joined, deleted.includes(job.id)]).toEqual([false, false]);
    expect((await create(caller, [], { ...asked })).job.id).toBe(job.id);
  });

  test('with an idempotency key answers with the job of that key, and refuses the key for another request', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 1);
    const first = await create(caller, documents, { idempotencyKey: 'order-17' });
    expect((await create(caller, documents, { idempotencyKey: 'order-17' })).job.id).toBe(first.job.id);
    expect((await create(caller, documents, { idempotencyKey: 'order-18' })).job.id).not.toBe(first.job.id);
    await expect(create(caller, documents, { idempotencyKey: 'order-17', name: 'changed' })).rejects.toMatchObject({
      code: 'idempotency-mismatch',
    });
    await expect(create(newCaller(), documents, { idempotencyKey: 'order-17' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('with its key still answers with its job after the schema and the documents of the account changed', async () => {
    const caller = newCaller();
    const [first, second] = await storeInvoices(caller, 2);
    if (!first || !second) throw new Error('two invoices were stored');
    const schema = await createSchema(ports(), caller, {
      name: 'Invoice',
      description: null,
      definition: INVOICE_SCHEMA,
      idempotencyKey: null,
    });
    await getJob(ports(), caller, (await create(caller, [first])).job.id, 20);
    const all = {
      schema: { kind: 'stored', idOrShortId: schema.id },
      documents: null,
      idempotencyKey: 'all',
    } as const;
    const { job } = await create(caller, [], all);

    await updateSchema(ports(), caller, schema.id, { description: 'as printed' });
    await getJob(ports(), caller, (await create(caller, [second])).job.id, 20);
    expect(await create(caller, [], all)).toMatchObject({ joined: true, job: { id: job.id, documentCount: 1 } });
  });
});

describe('requests that do not ask to join', () => {
  test('make a job each; one sent again joins the newest, and so does one that always joins', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 1);
    const apart = { joinsSame: false } as const;
    const first = await create(caller, documents, apart);
    const second = await create(caller, documents, apart);
    expect([first.joined, second.joined]).toEqual([false, false]);
    expect(second.job.id).not.toBe(first.job.id);
    expect(await create(caller, documents)).toMatchObject({ joined: true, job: { id: second.job.id } });
    const third = await create(caller, documents, apart);
    expect(await create(caller, documents)).toMatchObject({ joined: true, job: { id: third.job.id } });
    expect(new Set([first, second, third].map(({ job }) => job.id)).size).toBe(3);
  });

  test('have the job of the one sent again that overtook them, but not of one that came before them', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 1);
    const receivedAt = ports().clock();
    const resent = await create(caller, documents);
    const overtaken = await create(caller, documents, { joinsSame: false, receivedAt });
    expect(overtaken).toMatchObject({ joined: true, job: { id: resent.job.id } });
    const later = await create(caller, documents, { joinsSame: false, receivedAt: receivedAt + 60_000 });
    expect(later.joined).toBe(false);
  });

  test('at once make as many jobs as they are', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 1);
    const made = await Promise.all(Array.from({ length: 4 }, () => create(caller, documents, { joinsSame: false })));
    expect(new Set(made.map(({ job }) => job.id)).size).toBe(4);
  });

  test('join by their key all the same, and a keyed job is joined by its key alone', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 1);
    const keyed = { joinsSame: false, idempotencyKey: 'k' } as const;
    const made = await Promise.all(Array.from({ length: 3 }, () => create(caller, documents, keyed)));
    const ids = new Set(made.map(({ job }) => job.id));
    expect(ids.size).toBe(1);
    expect(ids).not.toContain((await create(caller, documents)).job.id);
    expect(ids).not.toContain((await create(caller, documents, { joinsSame: false })).job.id);
  });
});

describe('an idempotency key sent again', () => {
  const stored = (caller: Caller) =>
    createSchema(ports(), caller, {
      name: 'Invoice',
      description: null,
      definition: INVOICE_SCHEMA,
      idempotencyKey: null,
    });

  test('answers with its job and the schema that has, after schema and document were deleted', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 1);
    const { id, definition } = await stored(caller);
    const asked = { schema: { kind: 'stored', idOrShortId: id }, idempotencyKey: 'k' } as const;
    const first = await create(caller, documents, asked);
    await deleteSchema(ports(), caller, id);
    await deleteDocument(ports(), caller, documents[0]?.id ?? '');
    const again = await create(caller, documents, asked);
    expect(again).toMatchObject({ joined: true, job: { id: first.job.id } });
    expect(again.schema).toEqual(definition);
    await expect(create(caller, documents, { ...asked, name: 'changed' })).rejects.toMatchObject({
      code: 'idempotency-mismatch',
    });
    await expect(create(caller, documents, { ...asked, idempotencyKey: 'other' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('is not used up by a request that was refused', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 1);
    const missing = named(crypto.randomUUID());
    await expect(create(caller, [], { documents: missing, idempotencyKey: 'k' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await create(caller, documents, { idempotencyKey: 'k' })).joined).toBe(false);
  });

  test('gives the schema of one entry back, of a job with an entry for each page', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 1);
    const asked = { options: { ...PLAIN_READING, target: 'page' }, idempotencyKey: 'k' } as const;
    const first = await create(caller, documents, asked);
    expect((await create(caller, documents, asked)).schema).toEqual(first.schema);
  });
});

describe('after its job was deleted', () => {
  test.each([
    ['a request that joins', {}],
    ['a request that does not join', { joinsSame: false }],
    ['a request with a key', { idempotencyKey: 'k' }],
  ])('%s makes a new one', async (_, asked) => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 1);
    const first = await create(caller, documents, asked);
    await deleteJob(ports(), caller, first.job.id);
    const again = await create(caller, documents, asked);
    expect(again.joined).toBe(false);
    expect(again.job.id).not.toBe(first.job.id);
    expect(await getJob(ports(), caller, again.job.id, 20)).toMatchObject({ status: 'completed' });
  });

  test.each([
    ['a request that joins', {}],
    ['a request with a key', { idempotencyKey: 'k' }],
  ])('%s makes a new one also where its claim was left behind, as it is with a whole account', async (_, asked) => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 1);
    const first = await create(caller, documents, asked);
    await ports().gates.at({ accountId: caller.accountId, jobId: first.job.id }).remove();
    let opened = 0;
    const counting: Ports['gates'] = {
      at: (ref) => {
        const gate = ports().gates.at(ref);
        const open: typeof gate.open = async (opening) => {
          opened += 1;
          if (opened > 2) throw new Error('it goes round and round');
          return gate.open(opening);
        };
        return { ...gate, open };
      },
    };
    const again = await createJob({ ...ports(), gates: counting }, caller, extractionOf(documents, asked));
    expect([again.joined, again.job.id === first.job.id, opened]).toEqual([false, false, 2]);
  });
});

describe('a request made again', () => {
  test('after its job was cancelled makes a new job', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 3);
    const first = await create(caller, documents);
    await cancelJob(ports(), caller, first.job.id);
    const again = await Promise.all([create(caller, documents), create(caller, documents)]);
    expect(new Set(again.map(({ job }) => job.id)).size).toBe(1);
    expect(again[0]?.job.id).not.toBe(first.job.id);
  });

  test('after the first one broke off between claim and acceptance goes on under the id that was claimed', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 1);
    const broken: Ports = {
      ...ports(),
      gates: { at: (ref) => ({ ...ports().gates.at(ref), open: () => Promise.reject(new Error('gone')) }) },
    };
    await expect(createJob(broken, caller, extractionOf(documents))).rejects.toThrow('gone');
    const { job, joined } = await create(caller, documents);
    expect(joined).toBe(false);
    expect(await getJob(ports(), caller, job.id, 20)).toMatchObject({ status: 'completed' });
    const held = await env.DB.prepare('SELECT job_id FROM request_claims WHERE account_id = ?')
      .bind(caller.accountId)
      .all();
    expect(held.results).toEqual([{ job_id: job.id }]);
  });
});

describe('what cannot be a job', () => {
  test('is refused with the field that is wrong', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 1);
    const ids = documents.map((document) => document.id);
    const missing = crypto.randomUUID();
    await expect(create(caller, [], { documents: named(...ids, missing) })).rejects.toMatchObject({
      code: 'not-found',
      details: { field: 'documentIds[1]' },
    });
    await expect(create(caller, [], { documents: named(...Array<string>(2_001).fill(missing)) })).rejects.toMatchObject(
      {
        code: 'invalid-request',
        details: { field: 'documentIds' },
      },
    );
    await expect(create(caller, [], { documents: null })).rejects.toMatchObject({ code: 'no-documents' });
    await expect(create(caller, documents, { schema: { kind: 'stored', idOrShortId: missing } })).rejects.toMatchObject(
      { code: 'not-found', details: { field: 'schemaId' } },
    );
    await expect(
      create(caller, documents, { schema: { kind: 'inline', definition: { type: 'object', properties: {} } } }),
    ).rejects.toMatchObject({ code: 'invalid-request', details: { field: 'schema' } });
    const foreign = await storeInvoices(newCaller(), 1);
    await expect(create(caller, foreign)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('documents', () => {
  test('with the same bytes are one document of an account, and a repeated id is done once', async () => {
    const caller = newCaller();
    const [first] = await storeInvoices(caller, 1);
    const [again] = await storeInvoices(caller, 1);
    const [foreign] = await storeInvoices(newCaller(), 1);
    expect(again?.id).toBe(first?.id);
    expect(foreign?.id).not.toBe(first?.id);
    const { job } = await create(caller, [], { documents: named(first?.id ?? '', first?.id ?? '') });
    expect(job.documentCount).toBe(1);
  });

  test.each([
    ['empty.pdf', new Uint8Array(), 'invalid-request'],
    [
      'setup.pdf',
      new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]),
      'unsupported-document',
    ],
  ])('%s is refused at the door', async (filename, bytes, code) => {
    await expect(storeDocument(ports(), newCaller(), { filename, bytes })).rejects.toMatchObject({ code });
  });

  test('that cannot be read fail alone: the others of the job complete', async () => {
    const caller = newCaller();
    const broken = await storeDocument(ports(), caller, {
      filename: 'broken.pdf',
      bytes: new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<'),
    });
    const [good] = await storeInvoices(caller, 1);
    const { job } = await create(caller, [broken, good as DocumentRecord]);
    expect(await getJob(ports(), caller, job.id, 20)).toMatchObject({
      status: 'completed',
      completedDocuments: 1,
      failedDocuments: 1,
    });
    const { rows } = await getResult(ports(), caller, job.id);
    expect(rows.map((row) => [row.extraction.outcome, row.extraction.problem?.code ?? null])).toEqual([
      ['failed', 'document-unreadable'],
      ['completed', null],
    ]);
    expect(await ports().documents.get(caller.accountId, broken.id)).toMatchObject({
      status: 'error',
      problem: { code: 'document-unreadable' },
    });
  });

  test('left out means all completed ones', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 3);
    const first = await startJob(caller, documents.slice(0, 2));
    await getJob(ports(), caller, first.id, 20);
    expect((await create(caller, [], { documents: null })).job.documentCount).toBe(2);
  });
});
