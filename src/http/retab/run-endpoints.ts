import { JobError } from '../../jobs/errors';
import { classifyEndpoint } from './classify-endpoint';
import type { Endpoint } from './endpoint';
import { type EndpointPath, OPERATION } from './endpoints';
import { extractEndpoint } from './extract-endpoint';
import { fillEndpoint, fillTemplateEndpoint } from './fill-endpoints';
import { findFieldsEndpoint } from './find-fields-endpoint';
import { generateEndpoint } from './generate-endpoint';
import { parseEndpoint } from './parse-endpoint';
import {
  evalExtract,
  evalSplit,
  processClassify,
  processExtract,
  processSplit,
  projectExtract,
} from './projects/run-endpoints';
import { splitEndpoint } from './split-endpoint';

const RUN: Readonly<Record<EndpointPath, Endpoint>> = {
  '/v1/documents/extract': extractEndpoint,
  '/v1/documents/parse': parseEndpoint,
  '/v1/projects/extract': projectExtract,
  '/v1/evals/extract/extract': evalExtract,
  '/v1/evals/extract/process': processExtract,
  '/v1/evals/extract/split': evalSplit,
  '/v1/evals/split/process': processSplit,
  '/v1/evals/classify/process': processClassify,
  '/v1/documents/split': splitEndpoint,
  '/v1/documents/classify': classifyEndpoint,
  '/v1/schemas/generate': generateEndpoint,
  '/v1/edit/templates/generate': findFieldsEndpoint,
  '/v1/edit/agent/fill': fillEndpoint,
  '/v1/edit/templates/fill': fillTemplateEndpoint,
};

/** What runs at this path. Throws `invalid-request` for an endpoint that jobs do not run here, naming those that they do. */
export function endpointAt(path: string): Endpoint {
  const found = new Map<string, Endpoint>(Object.entries(RUN)).get(path);
  if (found !== undefined) return found;
  const runs = [...OPERATION.keys()].join(', ');
  throw new JobError('invalid-request', `endpoint: ${path} does not run here; jobs run ${runs}`, { field: 'endpoint' });
}
