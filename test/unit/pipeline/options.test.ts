import { describe, expect, test } from 'vitest';
import type { ParsedPart, ParsedRef } from '../../../src/jobs/blob-port';
import { PLAIN_READING, type ReadOptions } from '../../../src/jobs/request';
import { runDocument } from '../../../src/pipeline/run-document';
import { BOOT, opening } from '../../support/job-states';
import { simulate, type World } from '../../support/simulated-ports';

const ENTRY = { type: 'object', properties: { invoice_number: { type: 'string', title: 'Invoice number' } } };
const PAGES = { type: 'object', properties: { pages: { type: 'array', items: ENTRY } } };
const TEXT = 'Invoice number: A-1\n\fNothing of the kind\n\fInvoice number: A-3\n';

const world = (options: Partial<ReadOptions>, schema: typeof ENTRY | typeof PAGES = ENTRY): World =>
  simulate(opening(1, { fieldCount: 1 }), { schema, options: { ...PLAIN_READING, ...options } }, TEXT);

/** One turn at the only document, with `ports` of its own where a test changes them. */
async function turn(at: World, deadline = Number.POSITIVE_INFINITY, ports = at.ports): Promise<void> {
  at.apply({ kind: 'lease', attempt: 1, index: 0, boot: BOOT, now: at.now });
  const document = at.state().documents[0];
  if (!document) throw new Error('no document');
  const job = { accountId: 'acme', jobId: at.state().id };
  await runDocument(
    ports,
    { job, attempt: 1, index: 0, token: document.token, operation: 'extract', document },
    deadline,
  );
}

/** Hands the turn back after the second phase. */
async function brokenTurn(at: World, ports = at.ports): Promise<void> {
  at.fault = (operation) => {
    if (operation === 'report execute') at.now += 60_000;
  };
  await turn(at, at.now + 30_000, ports);
}

const valuesOf = (at: World, output: string) =>
  at.outputs.get(output)?.cells.map(({ path, value, citations: [first] }) => [path.join('.'), value, first.page]);

describe('the output of a phase', () => {
  test('says which pages were read, by their own numbers, and how large they are', async () => {
    const at = world({ pages: [2, 3] });
    await turn(at);
    expect(at.outputs.get('1/0/reread.1')).toMatchObject({
      pages: 2,
      pageSizes: [
        { number: 2, width: expect.any(Number), height: expect.any(Number) },
        { number: 3, width: expect.any(Number), height: expect.any(Number) },
      ],
    });
    expect(valuesOf(at, '1/0/reread.1')).toEqual([['invoice_number', 'A-3', 3]]);
  });

  test('says what was asked and could not be honoured; nothing when nothing was asked', async () => {
    const asked: Partial<ReadOptions> = {
      instructions: 'Only what is signed',
      model: 'large-9',
      chunks: { by: 'page', pages: 2 },
      dpi: 300,
      readings: 3,
      pages: [1],
    };
    const at = world(asked);
    await turn(at);
    const notices = at.outputs.get('1/0/reread.1')?.notices ?? [];
    expect(notices.map(({ option }) => option)).toEqual(['instructions', 'model', 'chunks', 'dpi']);
    expect(notices[1]?.message).toContain('large-9');

    const plain = world({});
    await turn(plain);
    expect(plain.outputs.get('1/0/reread.1')?.notices).toEqual([]);
  });
});

describe('pages by themselves', () => {
  const expected = [
    ['pages.0.invoice_number', 'A-1', 1],
    ['pages.2.invoice_number', 'A-3', 3],
  ];

  test('are read in every phase, and what stands of them is kept by the next turn', async () => {
    const at = world({ target: 'page' }, PAGES);
    await brokenTurn(at);
    expect(valuesOf(at, '1/0/execute.1')).toEqual(expected);
    at.fault = () => undefined;
    await turn(at);
    expect(valuesOf(at, '1/0/reread.2')).toEqual(expected);
    expect(at.state().documents[0]).toMatchObject({ outcome: 'completed', filledFields: 1, pages: 3 });
  });
});

describe('reading afresh', () => {
  /** A store that has what an earlier job read, and what this one reads. */
  function withParsed(at: World): World['ports'] {
    let parsed = JSON.stringify({ pages: [], tables: [], fields: [], attachments: [], properties: {}, markdown: '' });
    const blobs = {
      ...at.ports.blobs,
      getParsed: async () => ({ json: parsed, isLast: true, pageCount: 1 }),
      putParsed: async (_: ParsedRef, { json }: ParsedPart) => {
        parsed = json;
      },
    };
    return { ...at.ports, blobs };
  }
  const readings = (at: World) => at.operations.filter((operation) => operation === 'parse').length;

  test('reads the bytes once, and a later turn goes on with what that has read', async () => {
    const at = world({ fresh: true });
    const ports = withParsed(at);
    await brokenTurn(at, ports);
    expect(readings(at)).toBe(1);
    at.fault = () => undefined;
    await turn(at, Number.POSITIVE_INFINITY, ports);
    expect(readings(at)).toBe(1);
    expect(valuesOf(at, '1/0/reread.2')).toEqual([['invoice_number', expect.any(String), expect.any(Number)]]);
  });

  test('is not done unasked', async () => {
    const at = world({});
    await turn(at, Number.POSITIVE_INFINITY, withParsed(at));
    expect(readings(at)).toBe(0);
    expect(valuesOf(at, '1/0/reread.1')).toEqual([]);
  });
});
