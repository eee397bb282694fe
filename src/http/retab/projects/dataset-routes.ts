/** https://github.com/retab-dev/retab, clients/node/src/api/evals (1.0.114): datasets and their documents. */
import { Hono } from 'hono';
import { schemaLimitsOf } from '../../../jobs/limits';
import { addDatasetDocument } from '../../../jobs/projects/add-dataset-document';
import { createDataset } from '../../../jobs/projects/create-dataset';
import { deleteDataset } from '../../../jobs/projects/delete-dataset';
import { deleteDatasetDocument } from '../../../jobs/projects/delete-dataset-document';
import { duplicateDataset } from '../../../jobs/projects/duplicate-dataset';
import { getDataset } from '../../../jobs/projects/get-dataset';
import { getDatasetDocument } from '../../../jobs/projects/get-dataset-document';
import { listDatasetDocuments } from '../../../jobs/projects/list-dataset-documents';
import { listDatasets } from '../../../jobs/projects/list-datasets';
import { renameDataset } from '../../../jobs/projects/rename-dataset';
import { updateDatasetDocument } from '../../../jobs/projects/update-dataset-document';
import type { RequestScope } from '../../dialect';
import { accept, idempotencyKey, readJson } from '../../door';
import { deleted, fromPage, PageQuery, toWindow } from '../paging';
import { sentFile } from '../sent-file';
import { DuplicateBody } from '../template-wire';
import {
  AddDocumentBody,
  CreateDatasetBody,
  DocumentsQuery,
  UpdateDatasetBody,
  UpdateDocumentBody,
} from './dataset-wire';
import { fromDataset, fromDatasetDocument } from './from-dataset';
import { datasetIn, documentIn, projectIn } from './place';
import { toRemarks } from './remarks';
import { toBase } from './to-setup';
import { acceptTruth } from './truth';

export const datasetRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env: { ports, caller }, json }) => {
    const project = projectIn(req.param());
    const { name, ...base } = accept(CreateDatasetBody, await readJson(req.raw, { ports }));
    const key = idempotencyKey(req.raw.headers);
    const command = {
      name,
      base: toBase(project.operation, base, schemaLimitsOf(ports.settings.limits)),
      idempotencyKey: key,
    };
    return json(fromDataset(await createDataset(ports, caller, project, command)));
  })
  .get('/', async ({ req, env: { ports, caller }, json }) => {
    const project = projectIn(req.param());
    const window = await toWindow(accept(PageQuery, req.query()), async (id) => {
      const row = await ports.datasets.get(caller.accountId, id);
      return row?.projectId === project.id ? row : null;
    });
    return json(fromPage(await listDatasets(ports, caller, project, window), fromDataset));
  })
  .get('/:dataset', async ({ req, env: { ports, caller }, json }) =>
    json(fromDataset(await getDataset(ports, caller, projectIn(req.param()), datasetIn(req.param())))),
  )
  .patch('/:dataset', async ({ req, env: { ports, caller }, json }) => {
    const [project, id] = [projectIn(req.param()), datasetIn(req.param())];
    const { name } = accept(UpdateDatasetBody, await readJson(req.raw, { ports }));
    return json(fromDataset(await renameDataset(ports, caller, project, id, name ?? undefined)));
  })
  .delete('/:dataset', async ({ req, env: { ports, caller }, json }) => {
    const id = datasetIn(req.param());
    await deleteDataset(ports, caller, projectIn(req.param()), id);
    return json(deleted(id));
  })
  .post('/:dataset/duplicate', async ({ req, env: { ports, caller }, json }) => {
    const [project, id] = [projectIn(req.param()), datasetIn(req.param())];
    const { name } = accept(DuplicateBody, await readJson(req.raw, { ports }));
    const key = idempotencyKey(req.raw.headers);
    return json(fromDataset(await duplicateDataset(ports, caller, project, id, name ?? null, key)));
  })
  .post('/:dataset/dataset-documents', async ({ req, env, json }) => {
    const [project, id] = [projectIn(req.param()), datasetIn(req.param())];
    const { mime_data, prediction_data } = accept(AddDocumentBody, await readJson(req.raw, env));
    const truth = acceptTruth(project.operation, prediction_data?.prediction ?? {});
    const document = await sentFile(env, mime_data, 'mime_data');
    const key = idempotencyKey(req.raw.headers);
    const command = { document, truth, remarks: toRemarks({ prediction_data }), idempotencyKey: key };
    return json(fromDatasetDocument(await addDatasetDocument(env.ports, env.caller, project, id, command)));
  })
  .get('/:dataset/dataset-documents', async ({ req, env: { ports, caller }, json }) => {
    const [project, id] = [projectIn(req.param()), datasetIn(req.param())];
    const window = accept(DocumentsQuery, req.query());
    return json((await listDatasetDocuments(ports, caller, project, id, window)).map(fromDatasetDocument));
  })
  .get('/:dataset/dataset-documents/:document', async ({ req, env: { ports, caller }, json }) => {
    const [project, dataset, id] = [projectIn(req.param()), datasetIn(req.param()), documentIn(req.param())];
    return json(fromDatasetDocument(await getDatasetDocument(ports, caller, project, dataset, id)));
  })
  .patch('/:dataset/dataset-documents/:document', async ({ req, env: { ports, caller }, json }) => {
    const [project, dataset, id] = [projectIn(req.param()), datasetIn(req.param()), documentIn(req.param())];
    const body = accept(UpdateDocumentBody, await readJson(req.raw, { ports }));
    const truth = body.prediction_data && acceptTruth(project.operation, body.prediction_data.prediction ?? {});
    const change = { truth: truth ?? undefined, remarks: toRemarks(body) };
    return json(fromDatasetDocument(await updateDatasetDocument(ports, caller, project, dataset, id, change)));
  })
  .delete('/:dataset/dataset-documents/:document', async ({ req, env: { ports, caller }, json }) => {
    const [project, dataset, id] = [projectIn(req.param()), datasetIn(req.param()), documentIn(req.param())];
    await deleteDatasetDocument(ports, caller, project, dataset, id);
    return json(deleted(id));
  });
