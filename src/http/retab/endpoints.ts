/** https://docs.retab.com (Jobs): what a job can be told to run. */
import type { Operation } from '../../jobs/job';

/** Every endpoint that jobs run here, and what it does. Of those that do the same the first is how it is called unasked. */
const RUNS = [
  ['/v1/documents/extract', 'extract'],
  ['/v1/documents/parse', 'parse'],
  ['/v1/documents/split', 'split'],
  ['/v1/documents/classify', 'classify'],
  ['/v1/schemas/generate', 'generate-schema'],
  ['/v1/edit/templates/generate', 'generate-template'],
  ['/v1/edit/agent/fill', 'fill-form'],
  ['/v1/edit/templates/fill', 'fill-form'],
  ['/v1/projects/extract', 'extract'],
  ['/v1/evals/extract/extract', 'extract'],
  ['/v1/evals/extract/process', 'extract'],
  ['/v1/evals/extract/split', 'split'],
  ['/v1/evals/split/process', 'split'],
  ['/v1/evals/classify/process', 'classify'],
] as const satisfies readonly (readonly [path: string, operation: Operation])[];

export type EndpointPath = (typeof RUNS)[number][0];

export const OPERATION: ReadonlyMap<string, Operation> = new Map(RUNS);

const USUAL: ReadonlyMap<Operation, string> = new Map(
  [...RUNS].reverse().map(([path, operation]) => [operation, path]),
);

/** The endpoint that a job was made with, or would have been made with. */
export const endpointOf = (operation: Operation, calledAs: string | null): string =>
  calledAs !== null && OPERATION.has(calledAs) ? calledAs : (USUAL.get(operation) ?? '/v1/documents/extract');

/** How a job of this endpoint is called beside its operation; null: as it is always called. */
export const calledAsOf = (path: string): string | null => ([...USUAL.values()].includes(path) ? null : path);

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
