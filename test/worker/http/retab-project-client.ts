import type { Job } from '../../../src/http/retab/job-wire';
import { invoiceText } from '../../support/documents';
import { dataUrl, newRetabClient, type RetabClient, untilEnded } from './retab-client';

export type Body = Record<string, unknown> & { readonly id: string };

/** A client with its projects, as the vendor's clients speak of them. */
export interface ProjectClient extends RetabClient {
  /** The body of an answer that is well. */
  ok<Of = Body>(method: string, path: string, json?: unknown): Promise<Of>;
  /** The response of a job of this endpoint, once it has completed. */
  run<Of = Body>(endpoint: string, request: object): Promise<{ readonly job: Job; readonly body: Of }>;
}

export async function newProjectClient(): Promise<ProjectClient> {
  const client = await newRetabClient();
  const ok = async <Of>(method: string, path: string, json?: unknown): Promise<Of> => {
    const { status, body } = await client.call<Of>(method, path, json === undefined ? {} : { json });
    if (status !== 200) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  return {
    ...client,
    ok,
    async run<Of>(endpoint: string, request: object) {
      const { id } = await ok<Job>('POST', '/v1/jobs', { endpoint, request });
      const job = await untilEnded(client, id);
      if (job.response === null) throw new Error(`${endpoint} answered ${JSON.stringify(job)}`);
      return { job, body: job.response.body as Of };
    },
  };
}

export const SCHEMA = {
  type: 'object',
  properties: {
    invoice_number: { type: 'string', description: 'As printed' },
    total_gross: { type: 'number' },
    due_date: { type: 'string', format: 'date' },
  },
};

/** The generated invoice of this number, as it comes along in a request. */
export const invoice = (index: number) => ({
  filename: `invoice-${index}.txt`,
  url: dataUrl(new TextDecoder().decode(invoiceText(index).bytes)),
});

export interface Dataset {
  readonly project: string;
  readonly dataset: string;
  /** Paths of them. */
  readonly atProject: string;
  readonly atDataset: string;
  readonly documents: readonly string[];
}

/** A project with a dataset of documents and what is expected of them. */
export async function newDataset(
  client: ProjectClient,
  kind: string,
  config: object,
  documents: readonly { readonly document: object; readonly truth: object }[],
): Promise<Dataset> {
  const root = kind === 'projects' ? '/v1/projects' : `/v1/evals/${kind}`;
  const { id: project } = await client.ok('POST', root, { name: 'Mail', ...config });
  const atProject = `${root}/${project}`;
  const { id: dataset } = await client.ok('POST', `${atProject}/datasets`, { name: 'March' });
  const atDataset = `${atProject}/datasets/${dataset}`;
  const ids: string[] = [];
  for (const { document, truth } of documents) {
    const body = { mime_data: document, project_id: project, dataset_id: dataset };
    const prediction_data = { prediction: truth };
    const { id } = await client.ok('POST', `${atDataset}/dataset-documents`, { ...body, prediction_data });
    ids.push(id);
  }
  return { project, dataset, atProject, atDataset, documents: ids };
}
