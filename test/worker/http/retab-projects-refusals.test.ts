/** What projects, datasets and iterations are told when they are asked for wrongly: 422 naming the field, 404 in a path. */
import { describe, expect, test } from 'vitest';
import { invoiceText } from '../../support/documents';
import { fileForm } from './file-form';
import { invoice, newDataset, newProjectClient, type ProjectClient, SCHEMA } from './retab-project-client';

const ID = '00000000-0000-4000-8000-000000000000';
const CATEGORY = { name: 'invoice', description: 'An invoice' };

async function refused(client: ProjectClient, method: string, path: string, json: unknown): Promise<unknown> {
  const { status, body } = await client.call<{ detail?: { details: { field: string } | null } }>(method, path, {
    json,
  });
  return [status, body.detail?.details?.field];
}

const set = async (truth: object = { total_gross: 119 }) => {
  const client = await newProjectClient();
  return {
    client,
    ...(await newDataset(client, 'extract', { json_schema: SCHEMA }, [{ document: invoice(1), truth }])),
  };
};

describe('a project', () => {
  test.each<[string, string, object, string]>([
    ['without a name', 'extract', {}, 'name'],
    ['with a schema that is none', 'extract', { name: 'A', json_schema: { type: 'nothing' } }, 'json_schema.type'],
    ['with kinds that are no list', 'split', { name: 'A', split_config: 'invoice' }, 'split_config'],
    ['with a kind twice', 'classify', { name: 'A', categories: [CATEGORY, CATEGORY] }, 'categories[1].name'],
    [
      'with 10,000 categories',
      'classify',
      { name: 'A', categories: Array.from({ length: 10_000 }, (_, name) => ({ name: `${name}` })) },
      'categories',
    ],
    [
      'with settings out of range',
      'extract',
      { name: 'A', inference_settings: { image_resolution_dpi: 5 } },
      'inference_settings.image_resolution_dpi',
    ],
  ])('%s', async (_, kind, json, field) => {
    const client = await newProjectClient();
    expect(await refused(client, 'POST', `/v1/evals/${kind}`, json)).toEqual([422, field]);
  });

  test('of another kind is not there, and neither is another kind', async () => {
    const { client, project } = await set();
    expect((await client.call('GET', `/v1/evals/extract/${project}`)).status).toBe(200);
    for (const path of [`/v1/evals/split/${project}`, `/v1/evals/parse/${project}`, '/v1/projects/nobody'])
      expect((await client.call('GET', path)).status).toBe(404);
  });

  test('is changed to no schema that is none', async () => {
    const { client, atProject } = await set();
    const published_config = { json_schema: { type: 'nothing' } };
    expect(await refused(client, 'PATCH', atProject, { published_config })).toEqual([
      422,
      'published_config.json_schema.type',
    ]);
    expect(await refused(client, 'POST', `${atProject}/publish?origin=${ID}`, undefined)).toEqual([422, 'origin']);
  });
});

describe('a run', () => {
  const document = invoice(1);
  test.each<[string, string, (own: { project: string; dataset: string }) => object, string]>([
    ['of no project', '/v1/projects/extract', () => ({ document }), 'project_id'],
    ['of an unknown project', '/v1/projects/extract', () => ({ project_id: ID, document }), 'project_id'],
    [
      'of a project of another kind',
      '/v1/evals/split/process',
      (own) => ({ project_id: own.project, document }),
      'project_id',
    ],
    [
      'of an unknown iteration',
      '/v1/projects/extract',
      (own) => ({ project_id: own.project, iteration_id: ID, document }),
      'iteration_id',
    ],
    [
      'of no document',
      '/v1/projects/extract',
      (own) => ({ project_id: own.project, dataset_id: own.dataset }),
      'document',
    ],
    ['of nothing', '/v1/evals/extract/process', (own) => ({ project_id: own.project }), 'document'],
    [
      'of a document that is none',
      '/v1/projects/extract',
      (own) => ({ project_id: own.project, document: { url: 'x' } }),
      'document.url',
    ],
    [
      'of an unknown dataset',
      '/v1/evals/extract/process',
      (own) => ({ project_id: own.project, dataset_id: ID }),
      'dataset_id',
    ],
    [
      'of an unknown document of a dataset',
      '/v1/evals/extract/process',
      (own) => ({ project_id: own.project, dataset_id: own.dataset, dataset_document_id: ID }),
      'dataset_document_id',
    ],
    [
      'in too many readings',
      '/v1/projects/extract',
      (own) => ({ project_id: own.project, document, n_consensus: 9 }),
      'n_consensus',
    ],
  ])('%s', async (_, endpoint, requestOf, field) => {
    const { client, ...own } = await set();
    expect(await refused(client, 'POST', '/v1/jobs', { endpoint, request: requestOf(own) })).toEqual([422, field]);
    expect(await refused(client, 'POST', endpoint, requestOf(own))).toEqual([422, field]);
  });

  test('of what nothing is expected of, and of an empty dataset', async () => {
    const { client, project, dataset, documents, atDataset } = await set({});
    const run = (request: object) =>
      refused(client, 'POST', '/v1/evals/extract/process', { project_id: project, ...request });
    expect(await run({ dataset_id: dataset })).toEqual([422, 'dataset_id']);
    expect(await run({ dataset_id: dataset, dataset_document_id: documents[0] })).toEqual([422, 'dataset_document_id']);
    await client.ok('DELETE', `${atDataset}/dataset-documents/${documents[0]}`);
    expect(await run({ dataset_id: dataset })).toEqual([422, 'dataset_id']);
  });

  test.each([
    ['extract', '/v1/projects/extract'],
    ['split', '/v1/evals/extract/split'],
    ['classify', '/v1/evals/classify/process'],
  ])('of a project of %s that says nothing yet', async (kind, endpoint) => {
    const client = await newProjectClient();
    const { id } = await client.ok('POST', `/v1/evals/${kind}`, { name: 'A' });
    expect(await refused(client, 'POST', endpoint, { project_id: id, document: invoice(1) })).toEqual([
      422,
      'project_id',
    ]);
  });

  test('named in a path is not there', async () => {
    const { client, project } = await set();
    for (const path of [
      `/v1/projects/extract/${ID}`,
      `/v1/projects/extract/${project}/${ID}`,
      `/v1/projects/split/${project}`,
    ])
      expect((await client.call('POST', path, { form: fileForm('document', invoiceText(1)) })).status).toBe(404);
  });

  test('as a form is read with care', async () => {
    const { client, project } = await set();
    const asked = async (form: FormData) => {
      const { status, body } = await client.call<{ detail: { details: { field: string } } }>(
        'POST',
        `/v1/projects/extract/${project}`,
        { form },
      );
      return [status, body.detail.details.field];
    };
    const form = (texts: Record<string, string>) => fileForm('document', invoiceText(1), texts);
    expect(await asked(form({ n_consensus: 'many' }))).toEqual([422, 'n_consensus']);
    expect(await asked(form({ metadata: 'no JSON' }))).toEqual([422, 'metadata']);
    expect(await asked(form({ bust_cache: 'perhaps' }))).toEqual([422, 'bust_cache']);
    expect(await asked(form({ documents: 'two' }))).toEqual([422, 'documents']);
    const listed = new FormData();
    listed.set('documents', 'the text of it');
    expect(await asked(listed)).toEqual([422, 'documents']);
    const nothing = new FormData();
    nothing.set('model', 'retab-small');
    expect(await asked(nothing)).toEqual([422, 'document']);
    const text = new FormData();
    text.set('document', 'the text of it');
    expect(await asked(text)).toEqual([422, 'document']);
  });
});

describe('a document of a dataset', () => {
  const deep = (levels: number): string => `${'[{"a":'.repeat(levels)}1${'}]'.repeat(levels)}`;
  test.each<[string, string, string]>([
    ['that does not come along', '{}', 'mime_data'],
    [
      'with a truth that is no object',
      '{"mime_data":{"url":"x"},"prediction_data":{"prediction":[]}}',
      'prediction_data.prediction',
    ],
    [
      'with a truth that cannot be kept',
      '{"mime_data":{"url":"x"},"prediction_data":{"prediction":{"total":1e400}}}',
      'prediction_data.prediction',
    ],
    [
      'with a truth nested too deep',
      `{"mime_data":{"url":"x"},"prediction_data":{"prediction":{"a":${deep(400)}}}}`,
      'prediction_data.prediction',
    ],
    [
      'with a truth that is too long',
      `{"mime_data":{"url":"x"},"prediction_data":{"prediction":{"a":"${'x'.repeat(200_001)}"}}}`,
      'prediction_data.prediction',
    ],
  ])('%s', async (_, text, field) => {
    const { client, atDataset } = await set();
    const { status, body } = await client.call('POST', `${atDataset}/dataset-documents`, { text });
    expect([status, body]).toEqual([422, { detail: expect.objectContaining({ details: { field } }) }]);
  });

  test.each([
    ['split', { splits: [{ name: 'invoice', pages: [0] }] }, 'splits'],
    ['split', { invoice: [1] }, 'splits'],
    ['classify', { category: 'invoice' }, 'classification'],
  ])('of %s with a truth of another shape: %j', async (kind, prediction, name) => {
    const client = await newProjectClient();
    const { atDataset } = await newDataset(client, kind, { name: 'A' }, []);
    const json = { mime_data: invoice(1), prediction_data: { prediction } };
    expect(await refused(client, 'POST', `${atDataset}/dataset-documents`, json)).toEqual([
      422,
      `prediction_data.prediction.${name}`,
    ]);
  });
});

describe('an iteration', () => {
  test.each<[string, object, string]>([
    ['of an unknown parent', { parent_id: ID }, 'parent_id'],
    [
      'with a description of no field',
      { schema_overrides: { descriptionsOverride: { tax: 'x' } } },
      'schema_overrides.tax',
    ],
    [
      'with overrides that are none',
      { schema_overrides: { descriptionsOverride: { total: 1 } } },
      'schema_overrides.descriptionsOverride.total',
    ],
  ])('%s', async (_, json, field) => {
    const { client, atDataset } = await set();
    expect(await refused(client, 'POST', `${atDataset}/iterations`, json)).toEqual([422, field]);
  });

  test('runs no document of another dataset', async () => {
    const { client, atDataset } = await set();
    const other = await newDataset(client, 'extract', { json_schema: SCHEMA }, [{ document: invoice(1), truth: {} }]);
    const { id } = await client.ok('POST', `${atDataset}/iterations`, {});
    const at = `${atDataset}/iterations/${id}/iteration-documents/processDocumentsFromDatasetId`;
    const json = { dataset_document_id: other.documents[0] };
    expect(await refused(client, 'POST', at, json)).toEqual([422, 'dataset_document_id']);
    expect((await client.call('GET', `${other.atDataset}/iterations/${id}`)).status).toBe(404);
  });
});

test('lists and pages are asked for within their limits', async () => {
  const { client, atDataset, atProject } = await set();
  const asked = (path: string) => refused(client, 'GET', path, undefined);
  expect(await asked('/v1/projects?limit=101')).toEqual([422, 'limit']);
  expect(await asked(`${atProject}/datasets?after=${ID}`)).toEqual([422, 'after']);
  expect(await asked(`${atDataset}/iterations?order=up`)).toEqual([422, 'order']);
  expect(await asked(`${atDataset}/dataset-documents?limit=0`)).toEqual([422, 'limit']);
  expect(await asked(`${atDataset}/dataset-documents?offset=-1`)).toEqual([422, 'offset']);
});
