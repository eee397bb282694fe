/** https://docs.retab.com (Projects, Evals) — projects, datasets and iterations as the SDKs keep and run them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoiceNumber, invoiceText, mimeData } from '../support/documents';
import { parseAs, readAs } from '../support/read-as';
import { RETAB_LANGUAGES, type RetabUser, refusedField } from '../support/retab-users';
import { type Server, startServer } from '../support/server';
import * as wire from '../wire/retab';
import { Deleted, KINDS, listOf, Metrics, Processing } from '../wire/retab-kept';
import { ClassifyResponse } from '../wire/retab-kinds';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.remove());

const truth = (index: number) => ({
  invoice_number: invoiceNumber(index),
  total_gross: 119,
  due_date: '2026-09-30',
});
const CATEGORIES = [
  { name: 'invoice', description: 'Bills with a number and a total' },
  { name: 'recipe', description: 'How to cook something' },
];
const SETTINGS = { model: 'retab-small', image_resolution_dpi: 192, n_consensus: 1 };
const LISTED = 'limit=10&order=desc';

/** What a project of each kind is made with, what its iterations say differently, and what it gives for an invoice. */
const CASES = {
  extract: {
    config: {
      json_schema: {
        type: 'object',
        properties: {
          invoice_number: { type: 'string' },
          total_gross: { type: 'number' },
          due_date: { type: 'string', format: 'date' },
        },
      },
    },
    overrides: { schema_overrides: { descriptionsOverride: { total_gross: 'Total with tax' } } },
    expected: truth(1),
  },
  split: {
    config: { split_config: CATEGORIES },
    overrides: { split_config_overrides: { descriptions_override: { invoice: 'Bills of suppliers' } } },
    expected: {
      splits: [
        { name: 'invoice', pages: [1] },
        { name: 'recipe', pages: [] },
      ],
    },
  },
  classify: {
    config: { categories: CATEGORIES },
    overrides: { category_overrides: { description_overrides: { invoice: 'Bills of suppliers' } } },
    expected: { classification: 'invoice' },
  },
} as const;

const ROOTS = [
  { root: '/evals/extract', kind: 'extract' },
  { root: '/evals/split', kind: 'split' },
  { root: '/evals/classify', kind: 'classify' },
  { root: '/projects', kind: 'extract' },
] as const;

describe.each(RETAB_LANGUAGES)('Retab for $language', ({ open }) => {
  let sdk: RetabUser;
  beforeAll(() => {
    sdk = open(server);
  });

  /** The response of a job that is listed under its project. */
  async function listedResponseOf(endpoint: string, request: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { id, status, response, endpoint: named } = await sdk.run(endpoint, request);
    expect([status, named]).toEqual(['completed', endpoint]);
    const listed = await sdk.list({ endpoint, project_id: request.project_id });
    expect(sdk.jobs(listed, endpoint).map((job) => job.id)).toContain(id);
    return response?.body;
  }

  /** What a run straight away gives. */
  const runOf = (kind: keyof typeof KINDS) => (kind === 'classify' ? ClassifyResponse : wire.Completion);

  it.each(ROOTS)('keeps and publishes a project under $root', async ({ root, kind }) => {
    const { Project } = KINDS[kind];
    const { config } = CASES[kind];
    const made = readAs(await sdk.send('POST', root, { json: { name: 'Mail', ...config } }), 200, Project);
    expect(made).toMatchObject({ name: 'Mail', draft_config: { inference_settings: SETTINGS, ...config } });
    const at = `${root}/${made.id}`;
    expect(readAs(await sdk.send('GET', at), 200, Project)).toEqual(made);
    const renamed = await sdk.send('PATCH', at, { json: { name: 'Letters', draft_config: made.draft_config } });
    expect(readAs(renamed, 200, Project)).toMatchObject({ name: 'Letters', draft_config: config });
    const published = readAs(await sdk.send('POST', `${at}/publish`), 200, Project);
    expect(published).toMatchObject({ is_published: true, published_config: { origin: 'manual', ...config } });
    const listed = readAs(await sdk.send('GET', root, { query: LISTED }), 200, listOf(Project));
    expect(listed.data).toContainEqual(published);
    expect(readAs(await sdk.send('DELETE', at), 200, Deleted)).toEqual({ success: true, id: made.id });
    readAs(await sdk.send('GET', at), 404, wire.Problem);
  });

  it.each(ROOTS)('runs datasets and iterations under $root, and measures them', async ({ root, kind }) => {
    const { Project, Dataset, DatasetDocument, Iteration, IterationDocument } = KINDS[kind];
    const { config, overrides, expected } = CASES[kind];
    const post = async (path: string, json: object) => sdk.send('POST', path, { json: { ...json } });
    const project = readAs(await post(root, { name: 'Mail', ...config }), 200, Project);
    const datasets = `${root}/${project.id}/datasets`;
    const dataset = readAs(await post(datasets, { name: 'March' }), 200, Dataset);
    const at = `${datasets}/${dataset.id}`;
    expect(readAs(await sdk.send('GET', at), 200, Dataset)).toEqual(dataset);
    expect(readAs(await sdk.send('PATCH', at, { json: { name: 'April' } }), 200, Dataset).name).toBe('April');

    const ids = { project_id: project.id, dataset_id: dataset.id };
    const documents = `${at}/dataset-documents`;
    const prediction_data = { prediction: expected, metadata: null, updated_at: null };
    const mime_data = mimeData(invoiceText(1));
    const document = readAs(await post(documents, { mime_data, ...ids, prediction_data }), 200, DatasetDocument);
    expect(document).toMatchObject({ ...ids, prediction_data: { prediction: expected } });
    expect(readAs(await sdk.send('GET', `${documents}/${document.id}`), 200, DatasetDocument)).toEqual(document);
    const noted = await sdk.send('PATCH', `${documents}/${document.id}`, { json: { extraction_id: 'ext-1' } });
    expect(readAs(noted, 200, DatasetDocument)).toMatchObject({ extraction_id: 'ext-1', prediction_data });
    const page = 'limit=1000&offset=0';
    expect(readAs(await sdk.send('GET', documents, { query: page }), 200, DatasetDocument.array())).toHaveLength(1);
    readAs(await post(`${documents}/${document.id}/process`, {}), 200, runOf(kind));

    const iterations = `${at}/iterations`;
    const created = { ...ids, inference_settings: { ...SETTINGS, reasoning_effort: 'minimal' }, ...overrides };
    const iteration = readAs(await post(iterations, created), 200, Iteration);
    expect(iteration).toMatchObject({ status: 'draft', ...overrides, draft: overrides });
    const one = `${iterations}/${iteration.id}`;
    const draft = { updated_at: '2026-03-18T00:00:00Z', inference_settings: { ...SETTINGS, n_consensus: 2 } };
    const changed = readAs(await sdk.send('PATCH', one, { json: { draft } }), 200, Iteration);
    expect(changed).toMatchObject({ ...overrides, draft: { ...overrides, inference_settings: { n_consensus: 2 } } });
    expect(await sdk.send('GET', `${one}/schema`, { query: 'use_draft=true' })).toMatchObject({ status: 200 });
    expect(await sdk.send('GET', `${one}/categories`)).toMatchObject({ status: 200, body: expect.any(Array) });

    const processing = await post(`${one}/iteration-documents/processDocumentsFromDatasetId`, {
      dataset_document_id: document.id,
    });
    const { id } = readAs(processing, 200, Processing);
    const result = `${one}/iteration-documents/${id}`;
    readAs(await post(`${result}/process`, {}), 200, runOf(kind));
    const found = readAs(await sdk.send('GET', result), 200, IterationDocument);
    expect(found).toMatchObject({ dataset_document_id: document.id, prediction_data: { prediction: expected } });
    const all = await sdk.send('GET', `${one}/iteration-documents`, { query: page });
    expect(readAs(all, 200, IterationDocument.array())).toEqual([found]);
    const metrics = readAs(await sdk.send('GET', `${one}/metrics`, { query: 'force_refresh=true' }), 200, Metrics);
    expect(metrics.overall_metrics).toMatchObject({ accuracy: 1, total_documents: 1 });
    const byHand = await sdk.send('PATCH', result, { json: { prediction_data: { prediction: {} } } });
    expect(readAs(byHand, 200, IterationDocument).prediction_data.prediction).toEqual({});
    const final = readAs(await post(`${one}/finalize`, {}), 200, Iteration);
    expect(final).toMatchObject({ status: 'completed', inference_settings: { n_consensus: 2 } });
    const listed = readAs(await sdk.send('GET', iterations, { query: LISTED }), 200, listOf(Iteration));
    expect(listed.data).toEqual([final]);
    expect(readAs(await sdk.send('GET', one), 200, Iteration)).toEqual(final);

    const copy = readAs(await post(`${at}/duplicate`, { name: 'May' }), 200, Dataset);
    const both = readAs(await sdk.send('GET', datasets, { query: LISTED }), 200, listOf(Dataset));
    expect(both.data.map(({ name }) => name)).toEqual(['May', 'April']);
    for (const path of [result, one, `${documents}/${document.id}`, at, `${datasets}/${copy.id}`])
      expect(await sdk.send('DELETE', path)).toMatchObject({ status: 200, body: { success: true } });
  });

  it('runs a document that comes along by a project, at once and as a job', async () => {
    const json = { name: 'Mail', ...CASES.extract.config };
    const { id } = readAs(await sdk.send('POST', '/evals/extract', { json }), 200, KINDS.extract.Project);
    const form = { fields: { model: 'retab-small', metadata: '{"source": "sdk"}' }, document: invoiceText(2) };
    const parsed = (body: unknown) => parseAs(wire.Completion, body).choices.map(({ message }) => message.parsed);
    for (const path of [`/projects/extract/${id}`, `/evals/extract/extract/${id}`]) {
      const answer = await sdk.send('POST', path, { form });
      expect([answer.status, parsed(answer.body)]).toEqual([200, [truth(2)]]);
    }
    const document = mimeData(invoiceText(3));
    for (const endpoint of ['/v1/projects/extract', '/v1/evals/extract/extract']) {
      expect(parsed(await listedResponseOf(endpoint, { project_id: id, document }))).toEqual([truth(3)]);
      const straight = await sdk.send('POST', endpoint.slice('/v1'.length), { json: { project_id: id, document } });
      expect(parsed(straight.body)).toEqual([truth(3)]);
    }
    const iteration = await iterationOf(id);
    for (const path of [`/projects/extract/${id}/${iteration}`, `/evals/extract/extract/${id}/${iteration}`])
      expect(parsed((await sdk.send('POST', path, { form })).body)).toEqual([truth(2)]);
    for (const path of [`/evals/extract/extract/${id}/stream`, `/evals/extract/extract/${id}/${iteration}/stream`]) {
      const streamed = await sdk.send('POST', path, { form });
      expect(streamed.headers.get('content-type')).toBe('application/stream+json');
      parseAs(wire.Chunk, streamed.body);
    }
  });

  async function iterationOf(project: string): Promise<string> {
    const datasets = `/evals/extract/${project}/datasets`;
    const { id } = parseAs(
      Processing.pick({ id: true }),
      (await sdk.send('POST', datasets, { json: { name: 'A' } })).body,
    );
    const made = await sdk.send('POST', `${datasets}/${id}/iterations`, { json: {} });
    return parseAs(KINDS.extract.Iteration, made.body).id;
  }

  it('splits and classifies a document that comes along by a project', async () => {
    const split = await sdk.send('POST', '/evals/split', { json: { name: 'Mail', ...CASES.split.config } });
    const { id } = readAs(split, 200, KINDS.split.Project);
    const form = { fields: {}, document: invoiceText(2) };
    for (const path of [`/evals/split/extract/${id}`, `/projects/split/${id}`]) {
      const { choices } = readAs(await sdk.send('POST', path, { form }), 200, wire.Completion);
      expect(choices[0]?.message.parsed).toMatchObject({ splits: [{ name: 'invoice', pages: [1] }, { pages: [] }] });
    }
    const request = { project_id: id, document: mimeData(invoiceText(3)) };
    const body = parseAs(wire.Completion, await listedResponseOf('/v1/evals/extract/split', request));
    expect(body.choices[0]?.message.parsed).toMatchObject({ splits: [{ name: 'invoice', pages: [1] }, { pages: [] }] });
    readAs(await sdk.send('POST', '/evals/extract/split', { json: request }), 200, wire.Completion);

    const made = await sdk.send('POST', '/evals/classify', { json: { name: 'Mail', ...CASES.classify.config } });
    const { id: classify } = readAs(made, 200, KINDS.classify.Project);
    const { result } = readAs(
      await sdk.send('POST', `/evals/classify/extract/${classify}`, { form }),
      200,
      ClassifyResponse,
    );
    expect(result.classification).toBe('invoice');
  });

  it.each(['extract', 'split', 'classify'] as const)('runs the datasets of a project of %s as a job', async (kind) => {
    const { config, expected } = CASES[kind];
    const made = await sdk.send('POST', `/evals/${kind}`, { json: { name: 'Mail', ...config } });
    const { id } = parseAs(Processing.pick({ id: true }), made.body);
    const datasets = `/evals/${kind}/${id}/datasets`;
    const dataset = parseAs(
      Processing.pick({ id: true }),
      (await sdk.send('POST', datasets, { json: { name: 'A' } })).body,
    );
    const request = { project_id: id, dataset_id: dataset.id };
    const endpoint = `/v1/evals/${kind}/process`;
    expect(refusedField(await sdk.create({ endpoint, request }))).toBe('dataset_id');
    const json = { mime_data: mimeData(invoiceText(1)), prediction_data: { prediction: expected } };
    await sdk.send('POST', `${datasets}/${dataset.id}/dataset-documents`, { json });
    const body = parseAs(
      runOf(kind).extend({
        metrics: Metrics,
        documents: KINDS.extract.DatasetDocument.pick({ prediction_data: true }).array(),
      }),
      await listedResponseOf(endpoint, request),
    );
    expect(body.metrics.overall_metrics).toMatchObject({ accuracy: 1, total_documents: 1 });
    expect(body.documents[0]?.prediction_data.prediction).toMatchObject(expected);
    readAs(await sdk.send('POST', `/evals/${kind}/process`, { json: request }), 200, runOf(kind));
  });

  it('is told what a project lacks', async () => {
    const json = { name: 'Mail', categories: Array.from({ length: 10_000 }, (_, name) => ({ name: `${name}` })) };
    expect(refusedField(await sdk.send('POST', '/evals/classify', { json }))).toBe('categories');
    const unknown = { project_id: 'proj_F0FE8DFqyouQdZXDTWRg0', document: mimeData(invoiceText(1)) };
    const refused = await sdk.create({ endpoint: '/v1/projects/extract', request: unknown });
    expect(refusedField(refused)).toBe('project_id');
  });
});
