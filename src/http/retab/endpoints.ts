/** https://docs.retab.com (Jobs): what a job can be told to run. */
import type { Operation } from '../../jobs/job';

/** The endpoint that a job of each operation is made with. */
export const ENDPOINT = {
  extract: '/v1/documents/extract',
} as const satisfies Record<Operation, string>;

/** Endpoints that jobs run here, and what they do. */
export const OPERATION: ReadonlyMap<string, Operation> = new Map(
  Object.entries(ENDPOINT).map(([operation, endpoint]) => [endpoint, operation as Operation]),
);

/** Every endpoint that a client of any generation may name, whether it runs here or not. */
export const ENDPOINTS = [
  '/v1/documents/extract',
  '/v1/documents/parse',
  '/v1/documents/split',
  '/v1/documents/classify',
  '/v1/schemas/generate',
  '/v1/edit/agent/fill',
  '/v1/edit/templates/fill',
  '/v1/edit/templates/generate',
  '/v1/projects/extract',
  '/v1/evals/extract/extract',
  '/v1/evals/extract/split',
  '/v1/evals/extract/process',
  '/v1/evals/split/process',
  '/v1/evals/classify/process',
  '/v1/extractions',
  '/v1/parses',
  '/v1/splits',
  '/v1/partitions',
  '/v1/classifications',
  '/v1/edits',
  '/v1/edits/templates/fill',
  '/v1/edits/templates/generate',
] as const;
