import type { Ports } from '../../jobs/ports';
import { createD1Shelf } from './shelf';
import { datasetDocuments, datasets, iterations, predictions, projects, templates } from './tables/kept';

type Shelves = Pick<Ports, 'templates' | 'projects' | 'datasets' | 'datasetDocuments' | 'iterations' | 'predictions'>;

const none = () => null;

/** Everything that accounts keep to work with, each with its place. */
export const createD1Shelves = (d1: D1Database): Shelves => ({
  templates: createD1Shelf(d1, templates, {
    ownerOf: ({ accountId }) => accountId,
    documentOf: ({ documentId }) => documentId,
  }),
  projects: createD1Shelf(d1, projects, { ownerOf: ({ operation }) => operation, documentOf: none }),
  datasets: createD1Shelf(d1, datasets, { ownerOf: ({ projectId }) => projectId, documentOf: none }),
  datasetDocuments: createD1Shelf(d1, datasetDocuments, {
    ownerOf: ({ datasetId }) => datasetId,
    documentOf: ({ documentId }) => documentId,
  }),
  iterations: createD1Shelf(d1, iterations, { ownerOf: ({ datasetId }) => datasetId, documentOf: none }),
  predictions: createD1Shelf(d1, predictions, {
    ownerOf: ({ iterationId }) => iterationId,
    documentOf: ({ datasetDocumentId }) => datasetDocumentId,
  }),
});
