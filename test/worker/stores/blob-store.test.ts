import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { OutputRef, PhaseOutput } from '../../../src/jobs/blob-port';
import { PLAIN_READING } from '../../../src/jobs/request';
import { createR2BlobStore } from '../../../src/stores/r2/blob-store';

const blobs = () => createR2BlobStore(env.BLOBS);
const keys = async () => (await env.BLOBS.list()).objects.map((object) => object.key);
const output = (elapsedMs: number): PhaseOutput => ({
  cells: [],
  pages: 1,
  language: 'en',
  elapsedMs,
  notices: [],
  pageSizes: [],
});
const ref: OutputRef = { accountId: 'acme', jobId: 'job', attempt: 1, index: 0, phase: 'resolve', token: 1 };

test('content is found by its account and hash alone, and is deleted with everything parsed from it', async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  await blobs().putContent('acme', 'abc', bytes);
  const parsed = { accountId: 'acme', sha256: 'abc', variant: '1/pdf/all', part: 1 };
  await blobs().putParsed(parsed, { json: '{"pages":[]}', isLast: false, pageCount: 30 });
  await blobs().putParsed({ ...parsed, part: 2 }, { json: '{"pages":[1]}', isLast: true, pageCount: 30 });
  expect(await blobs().getContent('acme', 'abc')).toEqual(bytes);
  expect(await blobs().getContent('other', 'abc')).toBeNull();
  expect(await blobs().getParsed(parsed)).toEqual({ json: '{"pages":[]}', isLast: false, pageCount: 30 });
  expect(await blobs().getParsed({ ...parsed, part: 2 })).toEqual({
    json: '{"pages":[1]}',
    isLast: true,
    pageCount: 30,
  });
  expect(await blobs().getParsed({ ...parsed, variant: '2/pdf/all' })).toBeNull();
  await blobs().deleteContent('acme', 'abc');
  expect(await keys()).toEqual([]);
});

test('a consumer that lost its turn writes beside the output of the one that has it, never over it', async () => {
  await blobs().putOutput({ ...ref, token: 2 }, output(2));
  await blobs().putOutput(ref, output(1));
  expect(await blobs().getOutput({ ...ref, token: 2 })).toEqual(output(2));
});

test('a request stored before there were more options is read as one that asked for nothing more', async () => {
  const old = {
    jobId: 'job',
    assignment: { operation: 'extract' },
    schema: {},
    schemaId: null,
    options: { instructions: 'as printed', pages: [1] },
  };
  await env.BLOBS.put('accounts/acme/jobs/job/request.json', JSON.stringify(old));
  expect(await blobs().getRequest(ref)).toEqual({
    ...old,
    asked: null,
    options: { ...PLAIN_READING, instructions: 'as printed', pages: [1] },
  });
  expect(await blobs().getRequest({ ...ref, jobId: 'none' })).toBeNull();
});

test('deleting a job takes its request and all outputs, more than one listing holds, and nothing of another job', async () => {
  await blobs().putRequest(ref, {
    jobId: 'job',
    assignment: { operation: 'extract' },
    schema: {},
    schemaId: null,
    options: PLAIN_READING,
    asked: null,
  });
  await Promise.all(Array.from({ length: 1_100 }, (_, index) => blobs().putOutput({ ...ref, index }, output(1))));
  await blobs().putOutput({ ...ref, jobId: 'job-2' }, output(1));
  await blobs().deleteJob(ref);
  expect(await keys()).toEqual(['accounts/acme/jobs/job-2/attempts/1/documents/0/resolve.1.json']);
});

test('a parsed document that is read a day after it was written is written anew, unless it was deleted meanwhile', async () => {
  const part = { json: '{"pages":[]}', isLast: true, pageCount: 1 };
  const parsed = { accountId: 'acme', sha256: 'abc', variant: '1/pdf/all', part: 1 };
  const dayLater = Date.now() + 25 * 60 * 60_000;
  const versions: string[] = [];
  const written = async () =>
    versions.push((await env.BLOBS.head('accounts/acme/parsed/abc/1/pdf/all/1.json'))?.version ?? '');
  await blobs().putParsed(parsed, part);
  await written();
  expect(await createR2BlobStore(env.BLOBS, Date.now).getParsed(parsed)).toEqual(part);
  await written();
  expect(await createR2BlobStore(env.BLOBS, () => dayLater).getParsed(parsed)).toEqual(part);
  await written();
  expect([versions[1] === versions[0], versions[2] === versions[0]]).toEqual([true, false]);
  expect(await blobs().getParsed(parsed)).toEqual(part);

  const deletedMeanwhile: R2Bucket = Object.assign(Object.create(env.BLOBS), {
    get: async (key: string) => {
      const object = await env.BLOBS.get(key);
      await env.BLOBS.delete(key);
      return object;
    },
    put: env.BLOBS.put.bind(env.BLOBS),
  });
  expect(await createR2BlobStore(deletedMeanwhile, () => dayLater).getParsed(parsed)).toEqual(part);
  expect(await keys()).toEqual([]);
});
