/** https://docs.retab.com (Projects, Evals): endpoints that run what a project says. */
import type { Measured } from '../../../jobs/projects/project';
import type { Endpoint } from '../endpoint';
import type { EndpointPath } from '../endpoints';
import { answerRun } from './run-answer';
import { orderRun, type RunOver } from './run-order';

const runOf = (path: EndpointPath, operation: Measured, over: RunOver): Endpoint => ({
  path,
  order: (owner, given) => orderRun(owner, operation, over, given),
  answer: (owner, result) => answerRun(owner, operation, result),
});

export const projectExtract = runOf('/v1/projects/extract', 'extract', 'document');
export const evalExtract = runOf('/v1/evals/extract/extract', 'extract', 'document-or-dataset');
export const evalSplit = runOf('/v1/evals/extract/split', 'split', 'document-or-dataset');
export const processExtract = runOf('/v1/evals/extract/process', 'extract', 'document-or-dataset');
export const processSplit = runOf('/v1/evals/split/process', 'split', 'document-or-dataset');
export const processClassify = runOf('/v1/evals/classify/process', 'classify', 'document-or-dataset');

/** What runs a project of each kind over a document that comes along, or over its datasets. */
export const PROCESS = {
  extract: processExtract,
  split: processSplit,
  classify: processClassify,
} as const satisfies Record<Measured, Endpoint>;
