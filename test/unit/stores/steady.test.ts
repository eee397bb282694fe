import { describe, expect, it } from 'vitest';
import { JobError } from '../../../src/jobs/errors';
import { steadily } from '../../../src/jobs/steadily';
import { isPassing, tellingOutages } from '../../../src/stores/d1/outages';
import { mayRunTwice } from '../../../src/stores/d1/steady-database';

const LOST = new Error('D1_ERROR: Network connection lost.');
const OVERLOADED = new Error('D1_ERROR: D1 DB is overloaded. Requests queued for too long.');

describe('Work done steadily', () => {
  const attempts = async (failures: number, passes: boolean) => {
    const pauses: number[] = [];
    let tries = 0;
    const pause = async (ms: number) => {
      pauses.push(ms);
    };
    const work = async () => {
      tries += 1;
      if (tries <= failures) throw LOST;
      return tries;
    };
    const end = await steadily(work, () => passes, { pause, random: () => 1 }).catch((error: unknown) => error);
    return { end, tries, pauses };
  };

  it('is tried four times, with longer and longer waits between', async () => {
    expect(await attempts(3, true)).toEqual({ end: 4, tries: 4, pauses: [50, 100, 200] });
    expect(await attempts(4, true)).toEqual({ end: LOST, tries: 4, pauses: [50, 100, 200] });
  });

  it('fails at once where another try is of no use', async () => {
    expect(await attempts(1, false)).toEqual({ end: LOST, tries: 1, pauses: [] });
  });
});

describe('A failure of D1', () => {
  it.each([
    ['D1_ERROR: Network connection lost.', true],
    ['D1 DB reset because its code was updated.', true],
    ['Internal error in D1 DB storage caused object to be reset.', true],
    ['Cannot resolve D1 DB due to transient issue on remote node.', true],
    ['D1 DB is overloaded. Requests queued for too long.', false],
    ['D1 DB storage operation exceeded timeout which caused object to be reset.', false],
    ['D1_ERROR: no such table: jobs: SQLITE_ERROR', false],
  ])('"%s" is worth another try: %s', (message, expected) => {
    expect(isPassing(new Error('Failed query: select 1', { cause: new Error(message) }))).toBe(expected);
  });

  it('is told as an outage, and a mistake of ours as what it is', async () => {
    const mistake = new Error('D1_ERROR: no such table: jobs: SQLITE_ERROR');
    const failing = (error: Error) => tellingOutages({ jobs: { get: () => Promise.reject(error) } }).jobs.get();
    for (const error of [LOST, OVERLOADED, new Error('Failed query', { cause: OVERLOADED })])
      await expect(failing(error)).rejects.toMatchObject({
        code: 'storage-unavailable',
        details: { retryAfterSeconds: 2 },
      });
    await expect(failing(mistake)).rejects.toBe(mistake);
    const refusal = new JobError('conflict', 'taken');
    await expect(failing(refusal)).rejects.toBe(refusal);
  });
});

describe('A statement', () => {
  it.each([
    ['select * from jobs', true],
    ['insert into documents (id) values (?) on conflict do nothing', true],
    ['INSERT OR REPLACE INTO job (id) VALUES (1)', true],
    ['update documents set shared_content = null where id = ?', true],
    ['delete from grants where id = ?', true],
    ['insert into grants (id) values (?)', false],
    ['update agents set name = ? where version = ? returning id', false],
    ['delete from sources where id = ? returning id', false],
  ])('"%s" may run twice: %s', (sql, expected) => {
    expect(mayRunTwice(sql)).toBe(expected);
  });
});
