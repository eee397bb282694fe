/** https://docs.retab.com (Projects, Evals): everything below one kind of project. Runs stand before ids. */
import { Hono } from 'hono';
import type { RequestScope } from '../../dialect';
import { datasetRoutes } from './dataset-routes';
import { iterationRoutes } from './iteration-routes';
import { predictionRoutes, processRoutes } from './prediction-routes';
import { projectRoutes } from './project-routes';
import { evalProcesses, evalRuns, evalSplits, projectRuns, projectSplits } from './run-routes';

const DATASETS = '/:project/datasets';
const ITERATIONS = `${DATASETS}/:dataset/iterations` as const;

const things = () =>
  new Hono<{ Bindings: RequestScope }>()
    .route('/', projectRoutes)
    .route(DATASETS, datasetRoutes)
    .route(DATASETS, processRoutes)
    .route(ITERATIONS, iterationRoutes)
    .route(ITERATIONS, predictionRoutes);

export const projectApp = new Hono<{ Bindings: RequestScope }>()
  .route('/extract', projectRuns)
  .route('/split', projectSplits)
  .route('/', things());

export const evalApp = new Hono<{ Bindings: RequestScope }>()
  .route('/extract/split', evalSplits)
  .route('/:kind/extract', evalRuns)
  .route('/:kind/process', evalProcesses)
  .route('/:kind', things());
