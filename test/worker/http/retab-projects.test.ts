/** Projects as they are used: stored ways of working, run over what comes along and over stored documents with their truth. */
import { expect, test } from 'vitest';
import { DatasetDocument, IterationDocument } from '../../../src/http/retab/projects/dataset-wire';
import { Iteration } from '../../../src/http/retab/projects/iteration-wire';
import { Project } from '../../../src/http/retab/projects/project-wire';
import { Metrics, RunOfDataset } from '../../../src/http/retab/projects/run-wire';
import { toBase64 } from '../../../src/jobs/base64';
import { invoiceNumber, invoicePdf, invoiceText } from '../../support/documents';
import { fileForm } from './file-form';
import { invoice, newDataset, newProjectClient, type ProjectClient, SCHEMA } from './retab-project-client';

const truth = (index: number, changes: object = {}) => ({
  invoice_number: invoiceNumber(index),
  total_gross: 119,
  due_date: '2026-09-30',
  ...changes,
});

const CATEGORIES = [
  { name: 'invoice', description: 'An invoice with a total to be paid and a due date' },
  { name: 'letter', description: 'A personal letter with a salutation' },
];

interface Completion {
  readonly choices: readonly { readonly message: { readonly parsed: object } }[];
}
const parsedIn = ({ choices }: Completion) => choices.map(({ message }) => message.parsed);

test('a project works as its draft says until it is published, and then as it was', async () => {
  const client = await newProjectClient();
  const made = Project.parse(await client.ok('POST', '/v1/projects', { name: 'Mail', json_schema: SCHEMA }));
  const settings = { model: 'retab-small', image_resolution_dpi: 192, n_consensus: 1 };
  expect(made).toMatchObject({
    name: 'Mail',
    draft_config: { inference_settings: settings, json_schema: SCHEMA },
    published_config: { inference_settings: settings, json_schema: SCHEMA, origin: 'manual' },
    is_published: false,
    organization_id: client.account.id,
  });
  const at = `/v1/projects/${made.id}`;
  expect(await client.ok('GET', at)).toEqual(made);
  const narrow = { type: 'object', properties: { total_gross: { type: 'number' } } };
  const run = async () =>
    parsedIn(await client.ok('POST', `/v1/projects/extract/${made.id}`, { document: invoice(1) }));
  await client.ok('PATCH', at, { json_schema: { type: 'object', properties: { due_date: { type: 'string' } } } });
  expect(await run()).toEqual([{ due_date: '2026-09-30' }]);
  expect(await client.ok('PATCH', at, { json_schema: narrow, is_published: true })).toMatchObject({
    is_published: true,
    published_config: { json_schema: narrow },
  });
  expect(await run()).toEqual([{ total_gross: 119 }]);
  expect(await client.ok('POST', `${at}/publish`)).toMatchObject({ is_published: true });
  const wide = await client.ok('PATCH', at, { name: 'Letters', json_schema: SCHEMA });
  expect(wide).toMatchObject({ name: 'Letters', draft_config: { json_schema: SCHEMA } });
  expect(wide).toMatchObject({ published_config: { json_schema: narrow } });
  expect(await run()).toEqual([{ total_gross: 119 }]);
  expect((await client.ok<{ data: unknown[] }>('GET', '/v1/projects')).data).toEqual([wide]);
  expect((await client.ok<{ data: unknown[] }>('GET', '/v1/evals/split')).data).toEqual([]);
  expect(await client.ok('DELETE', at)).toEqual({ success: true, id: made.id });
  expect((await client.call('GET', at)).status).toBe(404);
});

test('a document is extracted by a project: as a job, as JSON and as a form', async () => {
  const client = await newProjectClient();
  const { id } = await client.ok('POST', '/v1/evals/extract', { name: 'Mail', json_schema: SCHEMA });
  const request = { project_id: id, document: invoice(2), model: 'retab-large' };
  const { job, body } = await client.run<Completion & { model: string }>('/v1/projects/extract', request);
  expect([job.endpoint, body.model]).toEqual(['/v1/projects/extract', 'retab-large']);
  expect(parsedIn(body)).toEqual([truth(2)]);
  const form = fileForm('document', invoiceText(3), { model: 'retab-small', n_consensus: '2', metadata: '{"a":"b"}' });
  const asForm = await client.call<Completion>('POST', `/v1/evals/extract/extract/${id}`, { form });
  expect([asForm.status, parsedIn(asForm.body)]).toEqual([200, [truth(3)]]);
  const inBody = await client.ok<Completion>('POST', '/v1/projects/extract', request);
  expect(parsedIn(inBody)).toEqual([truth(2)]);
  const listed = async (query: string) =>
    (await client.ok<{ data: { endpoint: string }[] }>('GET', `/v1/jobs?${query}`)).data.map(
      ({ endpoint }) => endpoint,
    );
  expect(await listed('endpoint=%2Fv1%2Fprojects%2Fextract')).toEqual(['/v1/projects/extract', '/v1/projects/extract']);
  expect(await listed('endpoint=%2Fv1%2Fevals%2Fextract%2Fextract')).toEqual(['/v1/evals/extract/extract']);
  expect(await listed('endpoint=%2Fv1%2Fdocuments%2Fextract')).toEqual([]);
  expect(await listed(`project_id=${id}`)).toHaveLength(3);
  expect(await listed('project_id=another')).toEqual([]);
});

test('a file without a name is called after its kind, and may come in a list of one', async () => {
  const client = await newProjectClient();
  const { id } = await client.ok('POST', '/v1/projects', { name: 'Mail', json_schema: SCHEMA });
  const form = new FormData();
  form.append('documents', new Blob(['invoice_number,total_gross\nCSV-1,119\n'], { type: 'text/csv' }));
  const { status } = await client.call('POST', `/v1/projects/extract/${id}`, { form });
  expect(status).toBe(200);
  const listed = await client.ok<{ data: object[] }>('GET', '/v1/jobs?filename_contains=documents.csv');
  expect(listed.data).toHaveLength(1);
});

test('a project is streamed where the path ends in stream', async () => {
  const client = await newProjectClient();
  const { id } = await client.ok('POST', '/v1/evals/extract', { name: 'Mail', json_schema: SCHEMA });
  const { headers, body } = await client.call<string>('POST', `/v1/evals/extract/extract/${id}/stream`, {
    form: fileForm('document', invoiceText(3)),
  });
  expect(headers.get('content-type')).toBe('application/stream+json');
  expect(body).toMatchObject({ object: 'chat.completion.chunk' });
});

test('a dataset is run and compared with what was expected when the job was made', async () => {
  const client = await newProjectClient();
  const set = await newDataset(client, 'extract', { json_schema: SCHEMA }, [
    { document: invoice(1), truth: truth(1) },
    { document: invoice(2), truth: truth(2, { total_gross: 120, due_date: null }) },
    { document: invoice(3), truth: {} },
  ]);
  const { body } = await client.run('/v1/evals/extract/process', { project_id: set.project, dataset_id: set.dataset });
  expect(parsedIn(body as unknown as Completion)).toEqual([truth(1), truth(2), truth(3)]);
  const { documents, metrics } = RunOfDataset.strict().parse({ documents: body.documents, metrics: body.metrics });
  expect(documents.map(({ dataset_document_id }) => dataset_document_id)).toEqual(set.documents);
  expect(documents[1]).toMatchObject({
    prediction_data: { prediction: truth(2), metadata: { likelihoods: { total_gross: expect.any(Number) } } },
    ground_truth: { total_gross: 120 },
    error: null,
  });
  expect(metrics.overall_metrics).toMatchObject({
    accuracy: 4 / 6,
    total_error_rate: 2 / 6,
    true_positive_rate: 4 / 5,
    mismatched_value_rate: 1 / 5,
    false_positive_rate: 1,
    accuracy_per_field: { invoice_number: 1, total_gross: 0.5, due_date: 0.5 },
    total_documents: 2,
    total_fields_compared: 6,
  });
  expect(metrics.document_metrics[1]).toMatchObject({
    document_id: set.documents[1],
    filename: 'invoice-2.txt',
    mismatched_values: [{ key: 'total_gross', expected_value: 120, extracted_value: 119 }],
    false_positives: [{ key: 'due_date', expected_value: null, extracted_value: '2026-09-30' }],
  });
});

test('what is changed afterwards changes nothing in a job, and one document is run by itself', async () => {
  const client = await newProjectClient();
  const set = await newDataset(client, 'extract', { json_schema: SCHEMA }, [{ document: invoice(1), truth: truth(1) }]);
  const request = { project_id: set.project, dataset_id: set.dataset, dataset_document_id: set.documents[0] };
  const { job, body } = await client.run('/v1/evals/extract/process', request);
  const at = `${set.atDataset}/dataset-documents/${set.documents[0]}`;
  await client.ok('PATCH', at, { prediction_data: { prediction: truth(9) } });
  await client.ok('PATCH', set.atProject, { json_schema: { type: 'object', properties: { a: { type: 'string' } } } });
  const full = `/v1/jobs/${job.id}?include_request=true&include_response=true`;
  const again = await client.ok<{ request: unknown; response: { body: unknown } }>('GET', full);
  expect(again.request).toEqual(request);
  expect(again.response.body).toEqual(body);
  expect(body.metrics).toMatchObject({ overall_metrics: { accuracy: 1 } });
  await client.ok('DELETE', set.atProject);
  const later = await client.ok<{ response: { body: unknown } }>('GET', `/v1/jobs/${job.id}?include_response=true`);
  expect(later.response.body).toEqual(body);
});

test('documents are classified by a project, and compared', async () => {
  const client = await newProjectClient();
  const set = await newDataset(client, 'classify', { categories: CATEGORIES }, [
    { document: invoice(1), truth: { classification: 'invoice' } },
    { document: invoice(2), truth: { classification: 'letter' } },
  ]);
  const { job, body } = await client.run('/v1/evals/classify/process', {
    project_id: set.project,
    dataset_id: set.dataset,
  });
  expect(job.endpoint).toBe('/v1/evals/classify/process');
  expect(body).toMatchObject({ result: { classification: 'invoice' }, likelihood: null, votes: [] });
  const { metrics } = RunOfDataset.parse(body);
  expect(metrics.overall_metrics).toMatchObject({ accuracy: 0.5, accuracy_per_field: { classification: 0.5 } });
  expect(metrics.document_metrics[1]?.mismatched_values).toEqual([
    { key: 'classification', expected_value: 'letter', extracted_value: 'invoice', similarity: expect.any(Number) },
  ]);
  const form = fileForm('document', invoiceText(5));
  const { body: straight } = await client.call('POST', `/v1/evals/classify/extract/${set.project}`, { form });
  expect(straight).toMatchObject({ result: { classification: 'invoice', reasoning: expect.any(String) } });
});

test('bundles are split by a project, and compared page by page', async () => {
  const client = await newProjectClient();
  const pdf = await invoicePdf(1, 2);
  const document = { filename: pdf.filename, url: `data:application/pdf;base64,${toBase64(pdf.bytes)}` };
  const split_config = [
    { name: 'invoice', description: 'An invoice with a total to be paid and a due date' },
    { name: 'terms', description: 'Terms of delivery' },
  ];
  const set = await newDataset(client, 'split', { split_config }, [
    { document, truth: { splits: [{ name: 'invoice', pages: [1, 2] }] } },
  ]);
  const { job, body } = await client.run('/v1/evals/split/process', {
    project_id: set.project,
    dataset_id: set.dataset,
  });
  expect(job.endpoint).toBe('/v1/evals/split/process');
  const { documents, metrics } = RunOfDataset.parse(body);
  const [{ splits }] = parsedIn(body as unknown as Completion) as [{ splits: { name: string; pages: number[] }[] }];
  expect(documents[0]?.prediction_data.prediction).toEqual({ splits });
  const right = splits.find(({ name }) => name === 'invoice')?.pages.length ?? 0;
  expect(metrics.overall_metrics).toMatchObject({ accuracy: right / 2, total_fields_compared: 2 });
  const straight = await client.run('/v1/evals/extract/split', { project_id: set.project, document });
  expect(parsedIn(straight.body as unknown as Completion)).toEqual([{ splits }]);
  const form = fileForm('document', pdf);
  expect(await client.call('POST', `/v1/projects/split/${set.project}`, { form })).toMatchObject({ status: 200 });
});

/** What an iteration gave, once its jobs have ended. */
async function measured(client: ProjectClient, at: string, count: number): Promise<Metrics> {
  return Metrics.parse(
    await expect
      .poll(async () => client.ok<Metrics>('GET', `${at}/metrics?force_refresh=true`), { timeout: 20_000 })
      .toMatchObject({ overall_metrics: { total_documents: count } })
      .then(() => client.ok('GET', `${at}/metrics`)),
  );
}

test('an iteration says what it does differently, is run over the dataset and measured', async () => {
  const client = await newProjectClient();
  const set = await newDataset(client, 'projects', { json_schema: SCHEMA }, [
    { document: invoice(1), truth: truth(1) },
    { document: invoice(2), truth: truth(2, { total_gross: 1 }) },
  ]);
  const root = `${set.atDataset}/iterations`;
  const schema_overrides = { descriptionsOverride: { invoice_number: 'Number of the invoice' } };
  const made = Iteration.parse(
    await client.ok('POST', root, { schema_overrides, inference_settings: { model: 'retab-large', n_consensus: 2 } }),
  );
  expect(made).toMatchObject({
    status: 'draft',
    schema_overrides,
    inference_settings: { model: 'retab-large', image_resolution_dpi: 192, n_consensus: 2 },
    draft: { schema_overrides },
  });
  const at = `${root}/${made.id}`;
  expect(await client.ok('GET', `${at}/schema`)).toMatchObject({
    properties: { invoice_number: { description: 'Number of the invoice' }, total_gross: { type: 'number' } },
  });
  const child = await client.ok('POST', root, { parent_id: made.id });
  expect(child).toMatchObject({ parent_id: made.id, schema_overrides });

  const [first, second] = set.documents;
  const processing = { dataset_document_id: first };
  const begun = await client.ok('POST', `${at}/iteration-documents/processDocumentsFromDatasetId`, processing);
  expect((await measured(client, at, 1)).overall_metrics).toMatchObject({ accuracy: 1 });
  const one = IterationDocument.parse(await client.ok('GET', `${at}/iteration-documents/${begun.id}`));
  expect(one).toMatchObject({ dataset_document_id: first, prediction_data: { prediction: truth(1) } });

  const whole = { project_id: set.project, dataset_id: set.dataset, iteration_id: made.id };
  const { body } = await client.run('/v1/evals/extract/process', whole);
  expect(RunOfDataset.parse(body).metrics.overall_metrics.total_documents).toBe(2);
  const { overall_metrics, document_metrics } = await measured(client, at, 2);
  expect(overall_metrics).toMatchObject({ accuracy: 5 / 6, total_fields_compared: 6 });
  const listed = await client.ok<IterationDocument[]>('GET', `${at}/iteration-documents?limit=1000&offset=0`);
  expect(listed.map(({ dataset_document_id }) => dataset_document_id)).toEqual([first, second]);
  expect(document_metrics.map(({ document_id }) => document_id)).toEqual(listed.map(({ id }) => id));

  const other = `${at}/iteration-documents/${listed[1]?.id}`;
  expect(parsedIn(await client.ok<Completion>('POST', `${other}/process`, {}))).toEqual([truth(2)]);
  const corrected = { prediction_data: { prediction: truth(2, { total_gross: 1 }) }, extraction_id: 'by hand' };
  expect(await client.ok('PATCH', other, corrected)).toMatchObject({ extraction_id: 'by hand' });
  expect((await measured(client, at, 2)).overall_metrics).toMatchObject({ accuracy: 1 });
  expect(await client.ok('DELETE', other)).toMatchObject({ success: true });
  expect((await measured(client, at, 1)).overall_metrics).toMatchObject({ accuracy: 1 });
});

test('an iteration is final as its draft was, and can be what the project does', async () => {
  const client = await newProjectClient();
  const set = await newDataset(client, 'classify', { categories: CATEGORIES }, []);
  const root = `${set.atDataset}/iterations`;
  const { id } = await client.ok('POST', root, {});
  const at = `${root}/${id}`;
  const override = (text: string) => ({ category_overrides: { description_overrides: { letter: text } } });
  await client.ok('PATCH', at, override('first'));
  const final = await client.ok('POST', `${at}/finalize`, {});
  expect(final).toMatchObject({ status: 'completed', ...override('first'), finalized_at: expect.any(String) });
  const later = await client.ok('PATCH', at, { draft: override('second') });
  expect(later).toMatchObject({ ...override('first'), draft: override('second') });
  const described = [CATEGORIES[0], { name: 'letter', description: 'first' }];
  expect(await client.ok('GET', `${at}/categories`)).toEqual(described);
  expect(await client.ok('GET', `${at}/schema?use_draft=true`)).toMatchObject({
    categories: [CATEGORIES[0], { name: 'letter', description: 'second' }],
  });
  const published = await client.ok('POST', `${set.atProject}/publish?origin=${id}`);
  expect(published).toMatchObject({ published_config: { origin: id, categories: described }, is_published: true });
  expect(await client.ok('DELETE', at)).toEqual({ success: true, id });
  expect((await client.call('GET', at)).status).toBe(404);
});

test('a dataset is renamed, copied with its documents, and deleted', async () => {
  const client = await newProjectClient();
  const set = await newDataset(client, 'extract', { json_schema: SCHEMA }, [
    { document: invoice(1), truth: truth(1) },
    { document: invoice(1), truth: truth(1, { due_date: null }) },
  ]);
  expect(await client.ok('PATCH', set.atDataset, { name: 'April' })).toMatchObject({ name: 'April' });
  const flags = { validation_flags: { total_gross: true } };
  const at = `${set.atDataset}/dataset-documents`;
  const noted = DatasetDocument.strict().parse(await client.ok('PATCH', `${at}/${set.documents[0]}`, flags));
  expect(noted).toMatchObject({ ...flags, prediction_data: { prediction: truth(1) }, extraction_id: null });
  const copy = await client.ok('POST', `${set.atDataset}/duplicate`, {});
  expect(copy).toMatchObject({ name: 'April (copy)', base_json_schema: SCHEMA, project_id: set.project });
  const copied = `${set.atProject}/datasets/${copy.id}/dataset-documents`;
  const truths = async (path: string) =>
    (await client.ok<DatasetDocument[]>('GET', path)).map(({ prediction_data }) => prediction_data.prediction);
  expect(await truths(copied)).toEqual([truth(1), truth(1, { due_date: null })]);
  expect(await truths(`${copied}?limit=1&offset=1`)).toEqual([truth(1, { due_date: null })]);
  const { metrics } = RunOfDataset.parse(
    (await client.run('/v1/evals/extract/process', { eval_id: set.project, dataset_id: copy.id })).body,
  );
  expect(metrics.overall_metrics).toMatchObject({ total_documents: 2, accuracy: 5 / 6 });
  const file = `/talonic/v1/documents/${noted.mime_data.id}`;
  expect((await client.account.call('DELETE', file)).status).toBe(409);
  await client.ok('DELETE', `${at}/${set.documents[0]}`);
  expect(await truths(at)).toEqual([truth(1, { due_date: null })]);
  expect(await client.ok('DELETE', set.atDataset)).toEqual({ success: true, id: set.dataset });
  expect((await client.call('GET', at)).status).toBe(404);
  expect((await client.ok<{ data: { id: string }[] }>('GET', `${set.atProject}/datasets`)).data).toMatchObject([
    { id: copy.id },
  ]);
});

test('a document of a dataset is run by itself, with nothing expected of it', async () => {
  const client = await newProjectClient();
  const set = await newDataset(client, 'extract', { json_schema: SCHEMA }, [{ document: invoice(4), truth: {} }]);
  const at = `${set.atDataset}/dataset-documents/${set.documents[0]}`;
  expect(parsedIn(await client.ok<Completion>('POST', `${at}/process`, {}))).toEqual([truth(4)]);
});

test('what is asked for twice under one key is made once', async () => {
  const client = await newProjectClient();
  const set = await newDataset(client, 'extract', { json_schema: SCHEMA }, [{ document: invoice(1), truth: truth(1) }]);
  const PDF = { filename: 'a.pdf', url: 'data:application/pdf;base64,JVBERi0xLjQKJSVFT0YK' };
  const makes: [string, object][] = [
    ['/v1/edit/templates', { name: 'T', document: PDF, form_fields: [] }],
    ['/v1/projects', { name: 'P', json_schema: SCHEMA }],
    [`${set.atProject}/datasets`, { name: 'D' }],
    [`${set.atDataset}/duplicate`, {}],
    [`${set.atDataset}/dataset-documents`, { mime_data: invoice(2) }],
    [`${set.atDataset}/iterations`, {}],
  ];
  for (const [path, json] of makes) {
    const made = async (key: string) => {
      const call = { json, headers: { 'idempotency-key': key } };
      return (await client.call<{ id: string }>('POST', path, call)).body.id;
    };
    const first = await made(`key of ${path}`);
    expect([path, await made(`key of ${path}`)]).toEqual([path, first]);
    expect(await made(`another key of ${path}`)).not.toBe(first);
  }
  const copies = await client.ok<{ data: { id: string; name: string }[] }>('GET', `${set.atProject}/datasets`);
  const copy = copies.data.find(({ name }) => name === 'March (copy)')?.id;
  expect(await client.ok('GET', `${set.atProject}/datasets/${copy}/dataset-documents`)).toHaveLength(1);
  const key = { 'idempotency-key': 'key of /v1/projects' };
  const other = await client.call('POST', '/v1/projects', { json: { name: 'Q' }, headers: key });
  expect(other.status).toBe(422);
});
