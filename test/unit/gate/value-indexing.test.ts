import { beforeEach, expect, test, vi } from 'vitest';
import { ValueIndexing } from '../../../src/gate/value-indexing';
import type { BlobStore } from '../../../src/jobs/blob-port';
import type { ExtractionIndex, FieldIndex } from '../../../src/jobs/index-ports';
import type { JobState } from '../../../src/jobs/job';
import { PLAIN_READING } from '../../../src/jobs/request';
import { opened } from '../../support/job-states';

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
});

/** A job of which the first documents came through, one after another from revision 2 on; the others wait. */
function stateOf(count: number, completed: number): JobState {
  const state = opened(count);
  return {
    ...state,
    revision: 1 + completed,
    documents: state.documents.map((document, index) =>
      index < completed
        ? {
            ...document,
            outcome: 'completed',
            revision: index + 2,
            checkpoint: { attempt: 1, phase: 'reread', token: 1 },
          }
        : document,
    ),
  };
}

const notPart = () => {
  throw new Error('not part of indexing');
};

/** The surroundings of one gate, with a store of values that may fail. */
function surroundings(faults = 0) {
  const seen = { now: 10_000, noted: [] as number[], put: [] as string[][], faults };
  const output = { cells: [], pages: 1, language: null, elapsedMs: 1, notices: [], pageSizes: [] };
  const blobs: Pick<BlobStore, 'getRequest' | 'getOutput'> = {
    getRequest: async ({ jobId }) => ({
      jobId,
      assignment: { operation: 'extract' },
      schema: { type: 'object', properties: { total: { type: 'number' } } },
      schemaId: null,
      options: PLAIN_READING,
      asked: null,
    }),
    getOutput: async () => output,
  };
  const fields: Pick<FieldIndex, 'put'> = {
    async put(_accountId, _fields, values) {
      if (seen.faults > 0) {
        seen.faults -= 1;
        throw new Error('the store is away');
      }
      seen.put.push(values.map(({ documentId }) => documentId));
    },
  };
  const extractions: Pick<ExtractionIndex, 'corrections'> = { corrections: async () => new Map() };
  const indexing = new ValueIndexing(
    {
      clock: () => seen.now,
      blobs: new Proxy(blobs as BlobStore, { get: (target, name) => Reflect.get(target, name) ?? notPart }),
      fields: new Proxy(fields as FieldIndex, { get: (target, name) => Reflect.get(target, name) ?? notPart }),
      extractions: new Proxy(extractions as ExtractionIndex, {
        get: (target, name) => Reflect.get(target, name) ?? notPart,
      }),
    },
    { indexedRevision: () => 0, noteIndexed: (revision) => seen.noted.push(revision) },
  );
  return { seen, indexing };
}

test('an ended job is indexed once, fifty documents in one go', async () => {
  const { seen, indexing } = surroundings();
  const state = stateOf(60, 60);
  expect(indexing.isBehind(state)).toBe(true);
  await Promise.all([indexing.run(state, 61), indexing.run(state, 61)]);
  expect(seen.put.map((documents) => documents.length)).toEqual([50, 10]);
  expect(seen.noted).toEqual([51, 61]);
  expect(indexing.isBehind(state)).toBe(false);
  await indexing.run(state, 61);
  expect(seen.put).toHaveLength(2);
});

test('a running job is indexed every five seconds, with what came through since', async () => {
  const { seen, indexing } = surroundings();
  await indexing.run(stateOf(4, 1), 2);
  seen.now += 4_999;
  await indexing.run(stateOf(4, 2), 3);
  expect(seen.put).toEqual([['document-0']]);
  seen.now += 1;
  await indexing.run(stateOf(4, 3), 4);
  expect(seen.put).toEqual([['document-0'], ['document-1', 'document-2']]);
  expect(indexing.isBehind(stateOf(4, 3))).toBe(false);
});

test('nothing is indexed whose row is not shown yet', async () => {
  const { seen, indexing } = surroundings();
  await indexing.run(stateOf(1, 1), 1);
  expect([seen.put, seen.noted, indexing.isBehind(stateOf(1, 1))]).toEqual([[], [], true]);
});

test('a failure is tried again without being told to anybody', async () => {
  const { seen, indexing } = surroundings(1);
  const state = stateOf(1, 1);
  await indexing.run(state, 2);
  expect([seen.noted, indexing.isBehind(state)]).toEqual([[], true]);
  await indexing.run(state, 2);
  expect([seen.put, seen.noted, indexing.isBehind(state)]).toEqual([[['document-0']], [2], false]);
});

test('after ten failures in a row the documents are given up, so that the object can rest', async () => {
  const { seen, indexing } = surroundings(10);
  const state = stateOf(1, 1);
  for (let tries = 0; tries < 9; tries += 1) await indexing.run(state, 2);
  expect(indexing.isBehind(state)).toBe(true);
  await indexing.run(state, 2);
  expect([seen.put, seen.noted, indexing.isBehind(state)]).toEqual([[], [2], false]);
});
