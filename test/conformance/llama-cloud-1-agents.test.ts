/** https://github.com/run-llama/llama-cloud-ts 1.8.0 — extraction agents, their schemas, projects, refusals. */
import {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  type LlamaCloud,
  NotFoundError,
  UnprocessableEntityError,
} from '@llamaindex/llama-cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoiceText } from '../support/documents';
import { asFile, llamaCloud1 } from '../support/llama-clouds';
import { startLossyProxy } from '../support/lossy-proxy';
import { parseAs } from '../support/read-as';
import { type Server, startServer } from '../support/server';
import { tapWire } from '../support/wire-tap';
import * as wire from '../wire/llama-cloud';
import { faultsIn } from '../wire/openapi';

const AGENTS = '/api/v1/extraction/extraction-agents';
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
const INVOICE = {
  type: 'object',
  title: 'Invoice',
  properties: {
    invoice_number: { type: 'string', title: 'Number', description: 'As printed' },
    total_gross: { type: 'number' },
    due_date: { anyOf: [{ type: 'string' }, { type: 'null' }] },
  },
  required: ['invoice_number', 'due_date'],
};
/** The vendor's server answers schemas in this spelling. */
const INVOICE_NORMALISED = {
  type: 'object',
  additionalProperties: false,
  properties: {
    invoice_number: { type: 'string', description: 'As printed' },
    total_gross: { anyOf: [{ type: 'number' }, { type: 'null' }] },
    due_date: { anyOf: [{ type: 'string' }, { type: 'null' }] },
  },
  required: ['invoice_number', 'total_gross', 'due_date'],
};

let server: Server;
let client: LlamaCloud;
const tap = tapWire();
beforeAll(async () => {
  server = await startServer();
  client = llamaCloud1(server, tap);
});
afterAll(() => server?.remove());

const createAgent = (name: string) =>
  client.extraction.extractionAgents.create({ name, data_schema: INVOICE, config: {} });

/** What a call is refused with; fails when it is not. */
async function refusal(call: () => PromiseLike<unknown>): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error('was not refused');
}

describe('@llamaindex/llama-cloud 1.8.0', () => {
  it('creates, lists, reads, changes and deletes an agent', async () => {
    const agents = client.extraction.extractionAgents;
    const config = { extraction_target: 'PER_DOC', cite_sources: true, system_prompt: '' } as const;
    const created = await agents.create({ name: 'Invoices of 2026', data_schema: INVOICE, config });
    expect(created).toMatchObject({ name: 'Invoices of 2026', data_schema: INVOICE_NORMALISED });
    expect(created.config).toEqual({
      extraction_mode: 'PREMIUM',
      extraction_target: 'PER_DOC',
      chunk_mode: 'PAGE',
      parse_model: null,
      extract_model: null,
      priority: null,
      system_prompt: '',
      page_range: null,
      num_pages_context: null,
      use_reasoning: false,
      cite_sources: true,
      citation_bbox: false,
      confidence_scores: false,
      high_resolution_mode: false,
      invalidate_cache: false,
      multimodal_fast_mode: false,
    });
    expect(await agents.get(created.id)).toEqual(created);
    expect(await agents.list()).toEqual([created]);

    const other = { type: 'object', properties: { iban: { type: 'string' } }, required: ['iban'] };
    const changed = await agents.update(created.id, {
      data_schema: JSON.stringify(other),
      config: { page_range: '1-2' },
    });
    expect(changed).toMatchObject({
      id: created.id,
      name: created.name,
      data_schema: { ...other, additionalProperties: false },
      config: { cite_sources: false, page_range: '1-2' },
    });
    await agents.delete(created.id);
    expect(await agents.list({ include_default: false })).toEqual([]);
    expect(await refusal(() => agents.get(created.id))).toBeInstanceOf(NotFoundError);
  });

  it('is told once that a name is taken', async () => {
    await createAgent('Taken');
    const lines = await tap.linesOf(async () => {
      expect(await refusal(() => createAgent('Taken'))).toBeInstanceOf(ConflictError);
    });
    expect(lines).toEqual([`POST ${AGENTS}`]);
  });

  it('has one agent of a request whose answer was lost', async () => {
    const lossy = await startLossyProxy(server.url);
    lossy.lose(1);
    const asked = { name: 'Over a bad line', data_schema: INVOICE, config: {} };
    const made = await llamaCloud1({ url: lossy.url, key: server.key }, tap).extraction.extractionAgents.create(asked);
    expect([lossy.lost(), await client.extraction.extractionAgents.get(made.id)]).toEqual([1, made]);
    await lossy.close();
  });

  it('finds an agent by its name, and the default one, through the raw client', async () => {
    const { id } = await createAgent('Rechnungen & Gutschriften 50%/2');
    const byName = `${AGENTS}/by-name/${encodeURIComponent('Rechnungen & Gutschriften 50%/2')}`;
    expect(await client.get(byName)).toMatchObject({ id });
    expect(await refusal(() => client.get(`${AGENTS}/by-name/nobody`))).toBeInstanceOf(NotFoundError);

    const standard = await client.get<{ id: string }>(`${AGENTS}/default`);
    expect(await client.get(`${AGENTS}/default`)).toEqual(standard);
    const all = await client.extraction.extractionAgents.list({ include_default: true });
    expect(all.map((agent) => agent.id)).toContain(standard.id);
    const own = await client.extraction.extractionAgents.list();
    expect(own.map((agent) => agent.id)).not.toContain(standard.id);
    expect(await refusal(() => client.extraction.extractionAgents.delete(standard.id))).toBeInstanceOf(BadRequestError);
  });

  it('validates a schema, and is told what is wrong with one', async () => {
    const { schema } = client.extraction.extractionAgents;
    expect(await schema.validateSchema({ data_schema: INVOICE })).toEqual({ data_schema: INVOICE_NORMALISED });
    expect(await schema.validateSchema({ data_schema: JSON.stringify(INVOICE) })).toEqual({
      data_schema: INVOICE_NORMALISED,
    });
    const list = { type: 'array', items: INVOICE };
    const error = await refusal(() => schema.validateSchema({ data_schema: list }));
    expect(error).toBeInstanceOf(BadRequestError);
    expect((error as BadRequestError).message).toContain('schema_validation');
  });

  it('generates a schema from words and from a file', async () => {
    const { schema } = client.extraction.extractionAgents;
    const fromWords = await schema.generateSchema({ prompt: 'Extract the invoice number and the total amount.' });
    expect(Object.keys(fromWords.data_schema.properties ?? {})).toEqual(
      expect.arrayContaining([expect.stringContaining('invoice_number'), expect.stringContaining('total')]),
    );
    const { id } = await client.files.create({ file: asFile(invoiceText(1)), purpose: 'extract' });
    const fromFile = await schema.generateSchema({ file_id: id });
    expect(Object.keys(fromFile.data_schema.properties ?? {})).toContain('invoice_number');
  });

  it('lists and reads the one project', async () => {
    const [project, ...others] = await client.projects.list();
    expect(others).toEqual([]);
    expect(project).toMatchObject({ is_default: true });
    expect(await client.projects.get(project?.id ?? '')).toEqual(project);
    const { project_id } = await createAgent('Of the project');
    expect(project_id).toBe(project?.id);
  });

  it('raises NotFoundError for what is not there', async () => {
    const { extraction, files } = client;
    const calls = [
      () => extraction.extractionAgents.get(UNKNOWN_ID),
      () => extraction.jobs.get(UNKNOWN_ID),
      () => extraction.jobs.getResult(UNKNOWN_ID),
      () => extraction.runs.get(UNKNOWN_ID),
      () => extraction.runs.getByJob(UNKNOWN_ID),
      () => extraction.runs.delete(UNKNOWN_ID),
      () => files.get(UNKNOWN_ID),
      () => files.delete(UNKNOWN_ID),
      () => extraction.jobs.create({ extraction_agent_id: UNKNOWN_ID, file_id: UNKNOWN_ID }),
    ];
    for (const call of calls) {
      const error = await refusal(call);
      expect(error).toBeInstanceOf(NotFoundError);
      parseAs(wire.Problem, (error as NotFoundError).error);
    }
  });

  it('raises UnprocessableEntityError for what does not fit, and says where', async () => {
    const badId = await refusal(() => client.extraction.jobs.get('no-uuid'));
    expect(badId).toBeInstanceOf(UnprocessableEntityError);
    const { detail: inPath } = parseAs(wire.ValidationProblem, (badId as UnprocessableEntityError).error);
    expect(inPath[0]?.loc).toEqual(['path', 'job_id']);

    const missing = await refusal(() => client.post(AGENTS, { body: { name: 'No schema' } }));
    expect(missing).toBeInstanceOf(UnprocessableEntityError);
    const { detail } = parseAs(wire.ValidationProblem, (missing as UnprocessableEntityError).error);
    expect(detail).toEqual([
      { loc: ['body', 'data_schema'], msg: 'Field required', type: 'missing' },
      { loc: ['body', 'config'], msg: 'Field required', type: 'missing' },
    ]);

    const noAgent = await refusal(() => client.get('/api/v1/extraction/jobs'));
    expect(noAgent).toBeInstanceOf(UnprocessableEntityError);
  });

  it('raises AuthenticationError without a key that is good', async () => {
    const stranger = llamaCloud1({ url: server.url, key: 'llx-nobody' }, tap);
    const error = await refusal(() => stranger.extraction.extractionAgents.list());
    expect(error).toBeInstanceOf(AuthenticationError);
    parseAs(wire.Problem, (error as AuthenticationError).error);
  });

  it('works under a path prefix and with the key as a cookie', async () => {
    const prefixed = llamaCloud1({ url: `${server.url}/llamacloud`, key: server.key }, tap);
    expect(await prefixed.extraction.extractionAgents.list()).toEqual(await client.extraction.extractionAgents.list());
    const headers = { cookie: `session=${server.key}` };
    expect((await fetch(`${server.url}${AGENTS}`, { headers })).status).toBe(200);
  });

  it('was answered all along as the documents of the vendor say', async () => {
    expect(await faultsIn(tap.exchanges)).toEqual([]);
  });
});
