/**
 * https://github.com/run-llama/llama-cloud-py 1.6.0, and the older https://github.com/run-llama/llama_cloud_services in
 * Python: their requests, header for header.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/client';
import { encryptedPdf, invoiceNumber, invoicePdf, invoiceText, type Upload } from '../support/documents';
import { type HttpxRequest, sendAsHttpx } from '../support/httpx';
import { parseAs } from '../support/read-as';
import { type Server, startServer } from '../support/server';
import * as wire from '../wire/llama-cloud';
import { type Check, checkAgainst } from '../wire/openapi';

const EXTRACTION = '/api/v1/extraction';
const INVOICE = {
  type: 'object',
  title: 'Invoice',
  properties: {
    invoice_number: { title: 'Invoice Number', type: 'string' },
    total: { $ref: '#/$defs/Money' },
    iban: { anyOf: [{ type: 'string' }, { type: 'null' }], default: null, title: 'Iban' },
  },
  required: ['invoice_number', 'total'],
  $defs: {
    Money: {
      type: 'object',
      title: 'Money',
      properties: { total_gross: { type: 'number' } },
      required: ['total_gross'],
    },
  },
};

interface Known {
  readonly id: string;
  readonly status: string;
  readonly error: string | null;
}

let server: Server;
let check: Check;
beforeAll(async () => {
  server = await startServer();
  check = await checkAgainst('llama-cloud-services', true);
});
afterAll(() => server?.remove());

/** Every answer is held to the vendor's document: in its strict mode the client refuses missing keys and unknown words. */
async function send<Body = Known>(
  method: string,
  target: string,
  request: Omit<HttpxRequest, 'headers'> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<Body>> {
  const own = { authorization: `Bearer ${server.key}`, ...headers };
  const answer = await sendAsHttpx<Body>(method, server.url + target, { headers: own, ...request });
  expect(check({ method, target, status: answer.status, body: answer.body })).toBeNull();
  return answer;
}

const STAINLESS = {
  accept: 'application/json',
  'user-agent': 'LlamaCloud/Python 1.6.0',
  'x-stainless-lang': 'python',
  'x-stainless-package-version': '1.6.0',
  'x-stainless-async': 'false',
  'x-stainless-retry-count': '0',
  'x-stainless-read-timeout': '60',
};

async function untilDone(jobId: string): Promise<Known> {
  for (;;) {
    const { body } = await send('GET', `${EXTRACTION}/jobs/${jobId}`);
    if (body.status !== 'PENDING') return body;
  }
}

describe('The Python client of LlamaCloud', () => {
  it('runs an agent over a file, and deletes with a content type and no body', async () => {
    const json = { name: 'Pydantic', data_schema: INVOICE, config: { cite_sources: true, confidence_scores: true } };
    const { body: agent } = await send('POST', `${EXTRACTION}/extraction-agents`, { json }, STAINLESS);
    const form = { fields: { purpose: 'extract' }, file: await invoicePdf(1) };
    const { body: file } = await send('POST', '/api/v1/beta/files', { form }, STAINLESS);
    const asked = { json: { extraction_agent_id: agent.id, file_id: file.id } };
    const { body: job } = await send('POST', `${EXTRACTION}/jobs`, asked, STAINLESS);
    expect((await untilDone(job.id)).status).toBe('SUCCESS');
    const result = await send<{ run_id: string; data: unknown; extraction_metadata: unknown }>(
      'GET',
      `${EXTRACTION}/jobs/${job.id}/result`,
    );
    expect(result.body.data).toEqual({ invoice_number: invoiceNumber(1), total: { total_gross: 119 }, iban: null });
    const { field_metadata } = parseAs(wire.ExtractionMetadata, result.body.extraction_metadata);
    expect(field_metadata).toMatchObject({ total: { total_gross: { citation: [{ page: 1 }] } } });

    const bodiless = { ...STAINLESS, 'content-type': 'application/json' };
    const deletes = [
      [`${EXTRACTION}/runs/${result.body.run_id}`, 200],
      [`${EXTRACTION}/extraction-agents/${agent.id}`, 200],
      [`/api/v1/beta/files/${file.id}`, 204],
    ] as const;
    for (const [target, status] of deletes) expect((await send('DELETE', target, {}, bodiless)).status).toBe(status);
  });
});

describe('The older Python client of LlamaCloud', () => {
  const upload = async (file: Upload) => {
    const form = { fields: {}, file, part: 'upload_file' };
    return (await send('POST', `/api/v1/files?external_file_id=${file.filename}`, { form })).body.id;
  };
  const validated = async () => {
    const json = { data_schema: INVOICE };
    const target = `${EXTRACTION}/extraction-agents/schema/validation`;
    return (await send<{ data_schema: object }>('POST', target, { json })).body.data_schema;
  };

  it('makes a job with both overrides in full, and reads its run by the job', async () => {
    const config = { extraction_mode: 'MULTIMODAL', extraction_target: 'PER_DOC', use_reasoning: true };
    const data_schema = await validated();
    const json = { name: 'Legacy', data_schema, config };
    const { body: agent } = await send('POST', `${EXTRACTION}/extraction-agents`, { json });
    const overrides = { data_schema_override: data_schema, config_override: config };
    const job = { extraction_agent_id: agent.id, file_id: await upload(invoiceText(2)), ...overrides };
    const { body: made } = await send('POST', `${EXTRACTION}/jobs`, { json: job });
    expect((await untilDone(made.id)).status).toBe('SUCCESS');
    const { body: run } = await send('GET', `${EXTRACTION}/runs/by-job/${made.id}`);
    expect(run).toMatchObject({
      status: 'SUCCESS',
      job_id: made.id,
      data: { invoice_number: invoiceNumber(2), total: { total_gross: 119 }, iban: null },
    });
  });

  it('reads the run of a job that failed', async () => {
    const json = { data_schema: await validated(), config: {}, file_id: await upload(encryptedPdf()) };
    const { body: job } = await send('POST', `${EXTRACTION}/run`, { json });
    const { status, error } = await untilDone(job.id);
    const { body: run } = await send('GET', `${EXTRACTION}/runs/by-job/${job.id}`);
    expect([status, run.status]).toEqual(['ERROR', 'ERROR']);
    expect(run.error).toBe(error);
    expect(error).toMatch(/^[a-z_]+: .*(encrypted|password)/i);
  });
});
