/** Where in the house of projects a path leads. */
import { JobError } from '../../../jobs/errors';
import type { Measured, ProjectRef } from '../../../jobs/projects/project';
import { pathId } from '../paging';

/** Of a path, by name. */
export type Params = Readonly<Record<string, string | undefined>>;

const OPERATIONS: ReadonlyMap<string, Measured> = new Map([
  ['extract', 'extract'],
  ['split', 'split'],
  ['classify', 'classify'],
]);

/** What the projects of this path do; paths without a kind are about extraction. Throws `not-found`. */
export function operationIn({ kind }: Params): Measured {
  if (kind === undefined) return 'extract';
  const operation = OPERATIONS.get(kind);
  if (operation === undefined) throw new JobError('not-found', `There are no evals of ${kind}`);
  return operation;
}

/** Throws `not-found`. */
export const projectIn = (params: Params): ProjectRef => ({
  operation: operationIn(params),
  id: pathId('Project', params.project ?? ''),
});

/** Throws `not-found`. */
export const datasetIn = ({ dataset = '' }: Params): string => pathId('Dataset', dataset);

/** Throws `not-found`. */
export const documentIn = ({ document = '' }: Params): string => pathId('Dataset document', document);

/** Throws `not-found`. */
export const iterationIn = ({ iteration = '' }: Params): string => pathId('Iteration', iteration);

/** Throws `not-found`. */
export const predictionIn = ({ prediction = '' }: Params): string => pathId('Iteration document', prediction);
