/** A run as a job: what the project says, what the request says differently, and the documents. */
import type { Assignment } from '../../../jobs/assignment';
import { JobError } from '../../../jobs/errors';
import { varied } from '../../../jobs/projects/apply-overrides';
import { getDataset } from '../../../jobs/projects/get-dataset';
import { documentOf } from '../../../jobs/projects/get-dataset-document';
import { getIterationOf } from '../../../jobs/projects/get-iteration';
import { getProject } from '../../../jobs/projects/get-project';
import { allDatasetDocuments } from '../../../jobs/projects/list-dataset-documents';
import {
  type DatasetDocumentRecord,
  type IterationRecord,
  type Measured,
  type ProjectRecord,
  type Setup,
  variantOf,
} from '../../../jobs/projects/project';
import { startPredictions } from '../../../jobs/projects/start-predictions';
import { PLAIN_READING } from '../../../jobs/request';
import type { JsonObject } from '../../../schema/json';
import { accept } from '../../door';
import type { Order, Owner } from '../endpoint';
import { NO_FORM } from '../no-form';
import { toBeside } from './expected';
import { named } from './named-thing';
import { RunRequest } from './run-wire';
import { hasTruth } from './truth';

/** Where the documents of a run may come from. */
export type RunOver = 'document' | 'document-or-dataset';

/** Throws `invalid-request` for what is not there, and for a project that says nothing yet. */
export async function orderRun(owner: Owner, operation: Measured, over: RunOver, given: JsonObject): Promise<Order> {
  const { ports, caller } = owner;
  const request = accept(RunRequest, given);
  const project = await named('project_id', request.project_id ?? request.eval_id ?? '', (id) =>
    getProject(ports, caller, operation, id),
  );
  const iteration = request.iteration_id
    ? await named('iteration_id', request.iteration_id, (id) => getIterationOf(ports, caller, project, id))
    : null;
  const command = toCommand(request, project, await setupOf(owner, project, iteration));
  const { document } = request;
  if (document) return { command, documentsAt: 'document', documents: [document] };
  if (over === 'document') throw missing('a document');
  const documents = await documentsOf(owner, request, project, iteration);
  return {
    command,
    documentsAt: 'document',
    documents: [],
    stored: documents.map(({ documentId, filename }) => ({ id: documentId, filename })),
    beside: toBeside(documents),
    ...(iteration === null
      ? {}
      : { begun: (jobId: string) => startPredictions(ports, caller, iteration, documents, jobId) }),
  };
}

/** How a project works now, or one of its iterations. */
async function setupOf(
  { ports, caller }: Owner,
  project: ProjectRecord,
  iteration: IterationRecord | null,
): Promise<Setup> {
  if (iteration === null) return project.published;
  const { base } = await getDataset(ports, caller, project, iteration.datasetId);
  return varied(base, variantOf(iteration));
}

function toCommand(request: RunRequest, project: ProjectRecord, { task, reading }: Setup): Order['command'] {
  const model = request.model || reading.model;
  return {
    ...NO_FORM,
    ...toAssignment(task),
    options: {
      ...PLAIN_READING,
      fresh: request.bust_cache ?? false,
      model,
      dpi: request.image_resolution_dpi ?? reading.dpi,
      readings: request.n_consensus ?? reading.readings,
    },
    projectId: project.id,
    model,
    labels: request.metadata ?? {},
  };
}

/** Throws `invalid-request` for a task that asks for nothing. */
function toAssignment(task: Setup['task']): {
  readonly assignment: Assignment;
  readonly schema: Order['command']['schema'];
} {
  switch (task.operation) {
    case 'extract': {
      const { operation, definition } = task;
      if (Object.keys(definition).length === 0) throw empty('json_schema');
      return { assignment: { operation }, schema: { kind: 'kept', definition } };
    }
    case 'split':
      if (task.subdocuments.length === 0) throw empty('split_config');
      return { assignment: task, schema: null };
    case 'classify':
      if (task.categories.length === 0) throw empty('categories');
      return { assignment: task, schema: null };
  }
}

/** Those of the dataset that is named, or of the iteration's, or one of them. */
async function documentsOf(
  { ports, caller }: Owner,
  { dataset_id, dataset_document_id }: RunRequest,
  project: ProjectRecord,
  iteration: IterationRecord | null,
): Promise<readonly DatasetDocumentRecord[]> {
  const asked = dataset_id ?? iteration?.datasetId;
  if (!asked) throw missing('a document, or the dataset_id of stored ones');
  const dataset = await named('dataset_id', asked, (id) => getDataset(ports, caller, project, id));
  if (iteration !== null && iteration.datasetId !== dataset.id)
    throw refusal('dataset_id', `iteration ${iteration.id} is over another dataset`);
  if (dataset_document_id) {
    const document = await named('dataset_document_id', dataset_document_id, (id) =>
      documentOf(ports, caller, dataset, id),
    );
    if (!hasTruth(document.truth)) throw refusal('dataset_document_id', NO_TRUTH);
    return [document];
  }
  const documents = await allDatasetDocuments(ports, caller, dataset);
  if (documents.length === 0) throw refusal('dataset_id', 'the dataset has no documents');
  if (!documents.some(({ truth }) => hasTruth(truth))) throw refusal('dataset_id', NO_TRUTH);
  return documents;
}

const NO_TRUTH = 'there is no ground truth to compare with; set prediction_data.prediction of its documents';

const refusal = (field: string, problem: string): JobError =>
  new JobError('invalid-request', `${field}: ${problem}`, { field });

const missing = (what: string): JobError => refusal('document', `missing; send ${what}`);

const empty = (what: string): JobError => refusal('project_id', `the project has no ${what} yet; change it first`);
