/** The vendor's job resource, through the whole Worker. */
import { runDurableObjectAlarm } from 'cloudflare:test';
import { describe, expect, test, vi } from 'vitest';
import type { Extracted } from '../../../src/http/retab/extract-wire';
import { Job, JobList } from '../../../src/http/retab/job-wire';
import { readId } from '../../../src/jobs/id-forms';
import { formWith, invoiceText, windowsProgram } from '../../support/documents';
import { endRetention, gateOf } from '../../support/end-retention';
import { fetchWorker } from './account';
import { createJob, extractRequest, getJob, newRetabClient, untilEnded } from './retab-client';

const PARSED = { invoice_number: 'T-0001', due_date: '2026-09-30', total_gross: 119, seller_iban: null };

describe('a job', () => {
  test('is created, waited for, read in full, listed, and can then be neither cancelled nor tried again', async () => {
    const client = await newRetabClient();
    const request = extractRequest(1, { temperature: 0, unknown: { nested: [1, null] } });
    const created = await createJob(client, request, { team: 'north' });
    expect(created).toEqual({
      id: expect.stringMatching(/^job_[\w-]{21}$/),
      object: 'job',
      status: 'queued',
      endpoint: '/v1/documents/extract',
      request,
      response: null,
      error: null,
      created_at: expect.any(Number),
      started_at: null,
      completed_at: null,
      expires_at: created.created_at + 604_800,
      organization_id: client.account.id,
      metadata: { team: 'north' },
      warnings: [],
      cancelled: false,
      attempt_count: 1,
      last_attempt_at: null,
      last_failure_code: null,
    });

    const ended = await untilEnded(client, created.id);
    expect(Job.parse(ended)).toEqual(ended);
    expect(ended).toMatchObject({ id: created.id, status: 'completed', request: null, error: null });
    const body = ended.response?.body;
    const likelihoods = body?.likelihoods as Record<string, number>;
    expect(Object.keys(likelihoods)).toEqual(Object.keys(PARSED));
    expect(likelihoods.seller_iban).toBe(0);
    expect(
      Object.values(likelihoods)
        .slice(0, 3)
        .every((likelihood) => likelihood > 0.5 && likelihood <= 1),
    ).toBe(true);
    expect(body).toEqual({
      id: expect.stringMatching(/^chatcmpl-/),
      object: 'chat.completion',
      created: ended.completed_at,
      model: 'retab-micro',
      choices: [
        {
          index: 0,
          finish_reason: 'stop',
          message: { role: 'assistant', content: JSON.stringify(PARSED), parsed: PARSED, refusal: null },
          logprobs: null,
          key_mapping: null,
        },
      ],
      usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0, page_count: 1, credits: 0 },
      extraction_id: expect.any(String),
      likelihoods,
      request_at: expect.stringMatching(/Z$/),
      first_token_at: null,
      last_token_at: expect.stringMatching(/Z$/),
      warnings: [expect.objectContaining({ code: 'option_not_honoured', details: { field: 'model' } })],
    });

    const full = await getJob(client, created.id, '?include_request=true&include_response=true');
    expect(full).toEqual({ ...ended, request });
    const light = { ...ended, response: null, warnings: [] };
    expect(await getJob(client, created.id)).toEqual(light);
    expect(await getJob(client, `${created.id}/status`)).toEqual(light);

    await vi.waitUntil(
      async () => (await client.call<JobList>('GET', '/v1/jobs?status=completed')).body.data.length === 1,
      { timeout: 10_000 },
    );
    const list = await client.call<JobList>('GET', '/v1/jobs?limit=20&order=desc');
    expect(list.headers.get('content-type')).toBe('application/json');
    expect(JobList.parse(list.body)).toEqual(list.body);
    expect(list.body).toEqual({
      object: 'list',
      data: [light],
      first_id: created.id,
      last_id: created.id,
      has_more: false,
      list_metadata: { before: null, after: null },
    });
    const whole = await client.call<JobList>('GET', '/v1/jobs?include_request=true&include_response=true');
    expect(whole.headers.get('content-type')).toBe('application/json');
    expect(whole.body).toEqual({ ...list.body, data: [full] });

    for (const act of ['cancel', 'retry']) {
      const refused = await client.call('POST', `/v1/jobs/${created.id}/${act}`, { json: {} });
      expect([refused.status, refused.body]).toEqual([
        400,
        {
          detail: {
            code: act === 'cancel' ? 'not_cancellable' : 'not_retryable',
            message: `Job ${created.id} is completed: it cannot be ${act === 'cancel' ? 'cancelled' : 'retried'} any more`,
            details: null,
          },
        },
      ]);
    }
  });

  test('just made is cancelled with an empty body before its work begins, and can be tried again under its id', async () => {
    const client = await newRetabClient();
    const { id } = await createJob(client, extractRequest(9));
    const headers = { 'content-type': 'application/json' };
    const cancelled = await client.call<Job>('POST', `/v1/jobs/${id}/cancel`, { text: '', headers });
    expect([cancelled.status, cancelled.body]).toEqual([
      200,
      expect.objectContaining({
        id,
        status: 'cancelled',
        cancelled: true,
        error: null,
        response: null,
        completed_at: expect.any(Number),
      }),
    ]);
    expect((await client.call('POST', `/v1/jobs/${id}/cancel`)).status).toBe(400);

    const again = await client.call<Job>('POST', `/v1/jobs/${id}/retry`, { text: '', headers });
    expect([again.status, again.body]).toEqual([
      200,
      expect.objectContaining({
        id,
        status: 'queued',
        cancelled: false,
        attempt_count: 2,
        started_at: null,
        completed_at: null,
      }),
    ]);
    const ended = await untilEnded(client, id);
    expect(ended.status).toBe('completed');
    expect(ended.response?.body.choices[0]?.message.parsed.invoice_number).toBe('T-0009');
  });

  test('of a stored document, of a URL that has other spellings, and one made by another dialect tell their requests', async () => {
    const client = await newRetabClient();
    const padded = extractRequest(2);
    padded.document.url += '\n';
    const first = await createJob(client, padded);
    expect((await untilEnded(client, first.id)).status).toBe('completed');
    expect((await getJob(client, first.id, '?include_request=1')).request).toEqual(padded);

    const { body: documents } = await client.account.call<{ data: { id: string; filename: string }[] }>(
      'GET',
      '/talonic/v1/documents',
    );
    const document = { id: documents.data[0]?.id, filename: 'renamed.txt', mime_type: 'text/plain' };
    const byRef = extractRequest(2, { document });
    const second = await createJob(client, byRef);
    expect((await untilEnded(client, second.id)).response?.body.choices[0]?.message.parsed).toMatchObject({
      invoice_number: 'T-0002',
    });
    expect((await getJob(client, second.id, '?include_request=true')).request).toEqual(byRef);

    const { body: schema } = await client.account.call<{ id: string }>('POST', '/talonic/v1/schemas', {
      json: { name: 'A', definition: { invoice_number: 'string' } },
    });
    const { body: other } = await client.account.call<{ id: string }>('POST', '/talonic/v1/jobs', {
      json: { schema_id: schema.id, document_ids: [document.id] },
    });
    const full = await getJob(client, other.id, '?include_request=true');
    expect(full.request).toEqual({
      document: { ...document, filename: 'invoice-2.txt' },
      json_schema: {
        type: 'object',
        properties: { invoice_number: { type: 'string', title: 'Invoice number' } },
      },
      model: 'retab-small',
    });
    expect((await untilEnded(client, other.id)).response?.body.choices[0]?.message.parsed).toEqual({
      invoice_number: 'T-0002',
    });
  });

  test('of several documents, which another dialect made, has a choice for each', async () => {
    const { account, ...client } = await newRetabClient();
    const document_ids = await Promise.all(
      [7, 8].map(async (index) => {
        const form = formWith(invoiceText(index));
        return (await account.call<{ id: string }>('POST', '/talonic/v1/documents', { form })).body.id;
      }),
    );
    const schema = { name: 'A', definition: { invoice_number: 'string' } };
    const { body: stored } = await account.call<{ id: string }>('POST', '/talonic/v1/schemas', { json: schema });
    const json = { schema_id: stored.id, document_ids };
    const { id } = (await account.call<{ id: string }>('POST', '/talonic/v1/jobs', { json })).body;
    const ended = await untilEnded({ account, ...client }, id);
    expect(ended.response?.body.choices.map(({ index, message }) => [index, message.parsed])).toEqual([
      [0, { invoice_number: 'T-0007' }],
      [1, { invoice_number: 'T-0008' }],
    ]);
    const { request } = await getJob({ account, ...client }, id, '?include_request=true');
    expect(request?.documents).toEqual(
      document_ids.map((document, position) => ({
        id: document,
        filename: `invoice-${position + 7}.txt`,
        mime_type: 'text/plain',
      })),
    );
  });

  test('whose document was deleted is shown without its request, with a warning', async () => {
    const client = await newRetabClient();
    const { id } = await createJob(client, extractRequest(3));
    await untilEnded(client, id);
    const { body } = await client.account.call<{ data: { id: string }[] }>('GET', '/talonic/v1/documents');
    await client.account.call('DELETE', `/talonic/v1/documents/${body.data[0]?.id}`);
    const job = await getJob(client, id, '?include_request=true');
    expect([job.status, job.request, job.warnings]).toEqual([
      'completed',
      null,
      [{ code: 'request_unavailable', message: 'The request or its document has been deleted', details: null }],
    ]);
  });

  test('that has expired keeps its record, and neither its request nor its response', async () => {
    const client = await newRetabClient();
    const { id } = await createJob(client, extractRequest(6), { team: 'north' });
    const ended = await untilEnded(client, id);
    const jobId = readId(id) ?? '';
    await endRetention({ accountId: client.account.id }, jobId);
    await runDurableObjectAlarm(gateOf({ accountId: client.account.id }, jobId));
    const { body: list } = await client.call<JobList>('GET', '/v1/jobs?status=expired&include_response=true');
    const expired = await getJob(client, id, '?include_request=true&include_response=true');
    expect(expired).toEqual({
      ...ended,
      status: 'expired',
      request: null,
      response: null,
      warnings: [],
      expires_at: expired.expires_at,
    });
    expect(list.data).toEqual([expired]);
    expect((await client.call('POST', `/v1/jobs/${id}/retry`)).status).toBe(400);
    expect((await client.call('POST', `/v1/jobs/${id}/cancel`)).status).toBe(400);
  });

  test('is one job when it is sent again with its idempotency key or by a client that says so, else another', async () => {
    const client = await newRetabClient();
    const json = { endpoint: '/v1/documents/extract', request: extractRequest(4) };
    const made = async (headers: Record<string, string>) =>
      (await client.call<Job>('POST', '/v1/jobs', { json, headers })).body.id;
    const first = await made({});
    expect(await made({ 'x-stainless-retry-count': '1' })).toBe(first);
    const second = await made({});
    expect(second).not.toBe(first);
    const keyed = await made({ 'idempotency-key': 'k' });
    expect(keyed).not.toBe(second);
    expect(await made({ 'idempotency-key': 'k' })).toBe(keyed);
    const other = { ...json, request: extractRequest(5) };
    const mismatch = await client.call('POST', '/v1/jobs', { json: other, headers: { 'idempotency-key': 'k' } });
    expect(mismatch.status).toBe(422);
  });

  test('sent again with its key is the same job, though its document has been deleted meanwhile', async () => {
    const client = await newRetabClient();
    const call = {
      json: { endpoint: '/v1/documents/extract', request: extractRequest(6) },
      headers: { 'idempotency-key': 'k' },
    };
    const { body: first } = await client.call<Job>('POST', '/v1/jobs', call);
    const listed = await client.account.call<{ data: readonly { id: string }[] }>('GET', '/v1/documents');
    await client.account.call('DELETE', `/v1/documents/${listed.body.data[0]?.id}`);
    const { status, body: again } = await client.call<Job>('POST', '/v1/jobs', call);
    expect([status, again.id]).toEqual([200, first.id]);
  });
});

describe('an extraction that is waited for', () => {
  test('answers the completion, and the same again to a client that gave up', async () => {
    const client = await newRetabClient();
    const json = extractRequest(1, { extraction_id: 'my-extraction', metadata: { team: 'south' }, n_consensus: 2 });
    const first = await client.call<Extracted>('POST', '/v1/documents/extract', { json });
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(first.body).toMatchObject({ extraction_id: 'my-extraction', choices: [{ message: { parsed: PARSED } }] });
    expect(first.body.warnings.map(({ details }) => details)).toEqual([{ field: 'model' }]);
    const again = await client.call<Extracted>('POST', '/v1/documents/extract', { json });
    expect(again.body).toEqual(first.body);
    const fresh = await client.call<Extracted>('POST', '/v1/documents/extract', {
      json: { ...json, bust_cache: true },
    });
    expect(fresh.body.id).not.toBe(first.body.id);
  });

  test('is streamed as one whole chunk to a client that asks for a stream', async () => {
    const client = await newRetabClient();
    for (const path of ['/v1/documents/extract', '/v1/documents/extractions']) {
      const json = extractRequest(1, { stream: true });
      const { status, headers, body } = await client.call('POST', path, { json });
      expect([status, headers.get('content-type')]).toEqual([200, 'application/stream+json']);
      expect(body).toMatchObject({
        object: 'chat.completion.chunk',
        choices: [{ finish_reason: 'stop', delta: { full_parsed: PARSED, flat_parsed: PARSED, is_valid_json: true } }],
      });
    }
  });

  test('of what cannot be read is refused with the reason', async () => {
    const client = await newRetabClient();
    const url = `data:application/octet-stream;base64,${btoa(String.fromCharCode(...windowsProgram().bytes))}`;
    const { status, body } = await client.call('POST', '/v1/documents/extract', {
      json: extractRequest(1, { document: { filename: 'setup.exe', url } }),
    });
    expect([status, body]).toEqual([
      422,
      { detail: { code: 'unsupported_document', message: expect.any(String), details: null } },
    ]);
  });
});

test('models are listed where clients ask for them', async () => {
  const client = await newRetabClient();
  const models = ['retab-micro', 'retab-small', 'retab-large'];
  const data = models.map((id) => ({ id, object: 'model', created: 1_735_689_600, owned_by: 'retab' }));
  for (const path of ['/v1/models', '/v1/v1/models', '/retab/v1/models'])
    expect([path, await client.call('GET', path)]).toMatchObject([
      path,
      { status: 200, body: { object: 'list', data } },
    ]);
  expect((await fetchWorker('/retab/v1/models')).status).toBe(401);
});
