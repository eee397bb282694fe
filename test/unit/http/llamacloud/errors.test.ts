import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  acceptBody,
  acceptForm,
  acceptPathId,
  acceptQuery,
  Count,
  Flag,
  orBlank,
} from '../../../../src/http/llamacloud/door';
import { LLAMACLOUD_STATUS, refuse } from '../../../../src/http/llamacloud/errors';
import { AnnounceFileBody } from '../../../../src/http/llamacloud/file-wire';
import { JobFileForm } from '../../../../src/http/llamacloud/job-wire';
import { JOB_ERROR_CODES, JobError } from '../../../../src/jobs/errors';
import { STANDARD_LIMITS } from '../../../../src/jobs/limits';

const SCOPE = { ports: { settings: { limits: STANDARD_LIMITS } } };
const OCCASION = { requestId: 'req_1', path: '/api/v1/extraction/jobs', now: 0 };

async function answerTo(error: unknown) {
  const response = refuse(error, OCCASION);
  const headers = Object.fromEntries(
    ['x-should-retry', 'retry-after'].map((name) => [name, response.headers.get(name)]),
  );
  return { status: response.status, body: await response.json(), ...headers };
}

const thrownBy = async (act: () => unknown): Promise<unknown> => {
  try {
    return await act();
  } catch (error) {
    return error;
  }
};

describe('a refusal', () => {
  test.each(JOB_ERROR_CODES)('of %s is a text, and a conflict is final', async (code) => {
    const status = LLAMACLOUD_STATUS[code];
    expect(await answerTo(new JobError(code, 'no'))).toEqual({
      status,
      body: { detail: 'no' },
      'x-should-retry': status === 409 ? 'false' : null,
      'retry-after': status === 503 ? '1' : null,
    });
  });

  test('says when to come again', async () => {
    const limited = new JobError('rate-limited', 'slowly', { retryAfterSeconds: 7 });
    expect(await answerTo(limited)).toMatchObject({ status: 429, 'retry-after': '7' });
  });

  test('of something unexpected tells the request and nothing else', async () => {
    expect(await answerTo(new Error('secret'))).toMatchObject({
      status: 500,
      body: { detail: 'Something went wrong (req_1).' },
    });
  });

  test('of a body lists all that is wrong with it, each with its place', async () => {
    const Body = z.object({
      name: z.string().min(1),
      kind: z.enum(['a', 'b']),
      rows: z.array(z.object({ n: z.int() })),
    });
    const post = (body: string) => new Request('https://a.test/', { method: 'POST', body });
    const body = JSON.stringify({ kind: 'c', name: '', rows: [{ n: 1 }, {}] });
    expect(await answerTo(await thrownBy(() => acceptBody(Body, post(body), SCOPE)))).toMatchObject({
      status: 422,
      body: {
        detail: [
          { loc: ['body', 'name'], msg: expect.any(String), type: 'too_short' },
          { loc: ['body', 'kind'], msg: expect.any(String), type: 'enum' },
          { loc: ['body', 'rows', 1, 'n'], msg: 'Field required', type: 'missing' },
        ],
      },
    });
    expect(await answerTo(await thrownBy(() => acceptBody(Body, post('{'), SCOPE)))).toMatchObject({
      status: 422,
      body: { detail: [{ loc: ['body'], msg: 'JSON decode error', type: 'json_invalid' }] },
    });
  });

  test('of JSON in the part of a form names the place inside of it', async () => {
    const parts = {
      extraction_agent_id: '6f1d7c1e-4d5c-4c59-8f0e-3a1b2c3d4e5f',
      file: { filename: 'a.txt', bytes: new Uint8Array([1]) },
      config_override: '{"extraction_mode":"QUICK"}',
    };
    expect(await answerTo(await thrownBy(() => acceptForm(JobFileForm, parts)))).toMatchObject({
      status: 422,
      body: {
        detail: [
          {
            loc: ['body', 'config_override', 'extraction_mode'],
            msg: expect.stringContaining('"FAST"'),
            type: 'enum',
          },
        ],
      },
    });
  });

  test('of a file that is announced without a name says so', async () => {
    const parts = { name: '  ' };
    expect(await answerTo(await thrownBy(() => acceptForm(AnnounceFileBody, parts)))).toMatchObject({
      status: 422,
      body: { detail: [{ loc: ['body', 'name'], msg: 'must have more than spaces', type: 'value_error' }] },
    });
  });

  test('of a path or a query names that', async () => {
    expect(await answerTo(await thrownBy(() => acceptPathId('run_id', 'x')))).toMatchObject({
      body: { detail: [{ loc: ['path', 'run_id'], msg: 'must be a UUID', type: 'value_error' }] },
    });
    const Query = z.object({ n: Count, flag: Flag });
    expect(await answerTo(await thrownBy(() => acceptQuery(Query, { n: '-1' })))).toMatchObject({
      body: {
        detail: [
          { loc: ['query', 'n'], msg: 'must be a whole number', type: 'string_pattern_mismatch' },
          { loc: ['query', 'flag'], msg: 'Field required', type: 'missing' },
        ],
      },
    });
  });
});

describe('the door', () => {
  test('takes an empty value of a query for none, and says what another one must be', async () => {
    const Query = z.object({ n: orBlank(Count) });
    expect([acceptQuery(Query, { n: '' }), acceptQuery(Query, {}), acceptQuery(Query, { n: '7' })]).toEqual([
      { n: undefined },
      {},
      { n: 7 },
    ]);
    expect(await answerTo(await thrownBy(() => acceptQuery(Query, { n: 'x' })))).toMatchObject({
      body: { detail: [{ loc: ['query', 'n'], msg: 'must be a whole number', type: 'string_pattern_mismatch' }] },
    });
  });

  test('takes an id in any spelling', () => {
    const id = '00000000-0000-4000-8000-00000000abcd';
    for (const spelling of [id, id.toUpperCase(), `ext-${id}`]) expect(acceptPathId('id', spelling)).toBe(id);
  });

  test.each([
    ['true', true],
    ['1', true],
    ['True', true],
    ['yes', true],
    ['false', false],
    ['0', false],
    ['off', false],
  ])('reads %s as %s', (word, truth) => {
    expect(Flag.parse(word)).toBe(truth);
  });
});
