/** https://github.com/retab-dev/retab, clients/node/src/api/evals (1.0.114): what documents of a dataset gave in an iteration. */
import { Hono } from 'hono';
import { deletePrediction } from '../../../jobs/projects/delete-prediction';
import { getDataset } from '../../../jobs/projects/get-dataset';
import { documentOf } from '../../../jobs/projects/get-dataset-document';
import { getIteration } from '../../../jobs/projects/get-iteration';
import { getPrediction } from '../../../jobs/projects/get-prediction';
import { allDatasetDocuments } from '../../../jobs/projects/list-dataset-documents';
import { allPredictions, listPredictions } from '../../../jobs/projects/list-predictions';
import { updatePrediction } from '../../../jobs/projects/update-prediction';
import type { RequestScope } from '../../dialect';
import { accept, readJson } from '../../door';
import { deleted } from '../paging';
import { DocumentsQuery } from './dataset-wire';
import { fromPredictionRecord } from './from-iteration';
import { toMetrics } from './from-scores';
import { MetricsQuery, ProcessDocumentsBody, type Processing, UpdatePredictionBody } from './iteration-wire';
import { named } from './named-thing';
import { datasetIn, documentIn, iterationIn, type Params, predictionIn, projectIn } from './place';
import { processLater, processNow } from './process-document';
import { toRemarks } from './remarks';
import { settled } from './settle-predictions';
import { hasTruth, scoreOf } from './truth';

/** Below a dataset: its documents run by themselves. */
export const processRoutes = new Hono<{ Bindings: RequestScope }>().post(
  '/:dataset/dataset-documents/:document/process',
  async ({ req, env, json }) => {
    const project = projectIn(req.param());
    const dataset = await getDataset(env.ports, env.caller, project, datasetIn(req.param()));
    const document = await documentOf(env.ports, env.caller, dataset, documentIn(req.param()));
    return json(await processNow(env, project, document, null, req.raw.headers));
  },
);

/** Below an iteration. */
export const predictionRoutes = new Hono<{ Bindings: RequestScope }>()
  .get('/:iteration/metrics', async ({ req, env: { ports, caller }, json }) => {
    accept(MetricsQuery, req.query());
    const [project, datasetId] = [projectIn(req.param()), datasetIn(req.param())];
    const iteration = await getIteration(ports, caller, project, datasetId, iterationIn(req.param()));
    const dataset = await getDataset(ports, caller, project, datasetId);
    const truths = new Map((await allDatasetDocuments(ports, caller, dataset)).map(({ id, truth }) => [id, truth]));
    const predictions = await settled({ ports, caller }, await allPredictions(ports, caller, iteration));
    const scored = predictions.flatMap(({ id, filename, datasetDocumentId, values, jobId }) => {
      const truth = truths.get(datasetDocumentId) ?? {};
      // What is still being made says nothing yet.
      if (jobId !== null || !hasTruth(truth)) return [];
      return [{ id, filename, score: scoreOf(project.operation, truth, values) }];
    });
    return json(toMetrics(scored));
  })
  .post('/:iteration/iteration-documents/processDocumentsFromDatasetId', async ({ req, env, json }) => {
    const { ports, caller } = env;
    const [project, datasetId] = [projectIn(req.param()), datasetIn(req.param())];
    const iteration = await getIteration(ports, caller, project, datasetId, iterationIn(req.param()));
    const { dataset_document_id } = accept(ProcessDocumentsBody, await readJson(req.raw, env));
    const dataset = await getDataset(ports, caller, project, datasetId);
    const document = await named('dataset_document_id', dataset_document_id, (id) =>
      documentOf(ports, caller, dataset, id),
    );
    const id = await processLater(env, project, document, iteration, req.raw.headers);
    return json({ success: true, id } satisfies Processing);
  })
  .get('/:iteration/iteration-documents', async ({ req, env: { ports, caller }, json }) => {
    const [project, dataset, iteration] = [projectIn(req.param()), datasetIn(req.param()), iterationIn(req.param())];
    const window = accept(DocumentsQuery, req.query());
    const listed = await listPredictions(ports, caller, project, dataset, iteration, window);
    return json((await settled({ ports, caller }, listed)).map(fromPredictionRecord));
  })
  .get('/:iteration/iteration-documents/:prediction', async ({ req, env: { ports, caller }, json }) => {
    const record = await found({ ports, caller }, req.param());
    const [shown = record] = await settled({ ports, caller }, [record]);
    return json(fromPredictionRecord(shown));
  })
  .patch('/:iteration/iteration-documents/:prediction', async ({ req, env: { ports, caller }, json }) => {
    const { id } = await found({ ports, caller }, req.param());
    const body = accept(UpdatePredictionBody, await readJson(req.raw, { ports }));
    const change = { values: body.prediction_data?.prediction ?? undefined, remarks: toRemarks(body) };
    return json(fromPredictionRecord(await updatePrediction(ports, caller, id, change)));
  })
  .delete('/:iteration/iteration-documents/:prediction', async ({ req, env: { ports, caller }, json }) => {
    const [project, dataset, iteration] = [projectIn(req.param()), datasetIn(req.param()), iterationIn(req.param())];
    const id = predictionIn(req.param());
    await deletePrediction(ports, caller, project, dataset, iteration, id);
    return json(deleted(id));
  })
  .post('/:iteration/iteration-documents/:prediction/process', async ({ req, env, json }) => {
    const { ports, caller } = env;
    const { datasetDocumentId } = await found(env, req.param());
    const [project, datasetId] = [projectIn(req.param()), datasetIn(req.param())];
    const iteration = await getIteration(ports, caller, project, datasetId, iterationIn(req.param()));
    const dataset = await getDataset(ports, caller, project, datasetId);
    const document = await documentOf(ports, caller, dataset, datasetDocumentId);
    return json(await processNow(env, project, document, iteration, req.raw.headers));
  });

/** Throws `not-found`. */
const found = ({ ports, caller }: Pick<RequestScope, 'ports' | 'caller'>, params: Params) =>
  getPrediction(ports, caller, projectIn(params), datasetIn(params), iterationIn(params), predictionIn(params));
