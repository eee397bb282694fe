import { expect, test } from 'vitest';
import { fromJob, fromPage } from '../../../../src/http/retab/from-job';
import type { Job } from '../../../../src/http/retab/job-wire';
import { listStream } from '../../../../src/http/retab/list-stream';
import { summaryOf } from '../talonic/records';

const LIST = fromPage({ items: [], next: null, previous: null }, false);
const IDS = ['9b2f1c34-5d6e-4f70-8a9b-0c1d2e3f4a5b', 'ab2f1c34-5d6e-4f70-8a9b-0c1d2e3f4a5b'];
const JOBS = IDS.map((id) => fromJob(summaryOf({ id })));

async function* jobsOf(count: number, read: number[] = []): AsyncGenerator<Job> {
  for (const job of JOBS.slice(0, count)) {
    read.push(read.length);
    yield job;
  }
}

test.each([0, 1, 2])('a list of %i jobs is the same list written piece by piece', async (count) => {
  const errors: unknown[] = [];
  const stream = listStream(LIST, jobsOf(count), (error) => errors.push(error));
  expect(await new Response(stream).json()).toEqual({ ...LIST, data: JOBS.slice(0, count) });
  expect(errors).toEqual([]);
});

test('jobs are read no faster than they are taken', async () => {
  const read: number[] = [];
  const reader = listStream(LIST, jobsOf(2, read), () => undefined).getReader();
  await reader.read();
  expect(read.length).toBeLessThan(2);
  await reader.cancel();
});

test('a list that cannot be read to its end breaks off, and says so to the log', async () => {
  const broken = new Error('storage is away');
  async function* jobs(): AsyncGenerator<Job> {
    yield* jobsOf(1);
    throw broken;
  }
  const errors: unknown[] = [];
  await expect(new Response(listStream(LIST, jobs(), (error) => errors.push(error))).text()).rejects.toThrow();
  expect(errors).toEqual([broken]);
});
