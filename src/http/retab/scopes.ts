/** What each call needs, in this server's words: the vendor's keys may do everything. */
import { scopesBy } from '../scope';

const DATASETS = '/:project/datasets/:dataset';
const BELOW_PROJECTS = [
  `${DATASETS}/dataset-documents/:document/process`,
  `${DATASETS}/iterations/:iteration/iteration-documents/processDocumentsFromDatasetId`,
  `${DATASETS}/iterations/:iteration/iteration-documents/:prediction/process`,
];

export const scopeOf = scopesBy({
  extract: [
    '/v1/jobs',
    '/v1/jobs/:id/retry',
    '/v1/documents/*',
    '/v1/schemas/generate',
    '/v1/edit/agent/fill',
    '/v1/edit/templates/fill',
    '/v1/edit/templates/generate',
    '/v1/projects/extract/*',
    '/v1/projects/split/:project',
    '/v1/evals/extract/split',
    '/v1/evals/:kind/extract/*',
    '/v1/evals/:kind/process',
    ...BELOW_PROJECTS.flatMap((path) => [`/v1/projects${path}`, `/v1/evals/:kind${path}`]),
  ],
  read: [],
  admin: [],
});
