/** The same few calls in every dialect, in raw HTTP, as its clients make them. */
import type { DialectName } from '../../src/http/dialects';
import type { ExtractAgent } from '../../src/http/llamacloud/agent-wire';
import type { ExtractJob, ResultSet } from '../../src/http/llamacloud/job-wire';
import type { ExtractRun } from '../../src/http/llamacloud/run-wire';
import type { JobList as RetabJobList } from '../../src/http/retab/job-wire';
import type { Extracting } from '../../src/http/talonic/extract-wire';
import type { JobResults, Job as TalonicJob, JobList as TalonicJobList } from '../../src/http/talonic/job-wire';
import { toBase64 } from '../../src/jobs/base64';
import { formWith, mimeData, type Upload } from './documents';
import type { RetabJob } from './retab-job';

/** One request, under the prefix of the dialect and with its key. Throws unless the answer is a 2xx. */
export type Ask = <Body>(
  method: string,
  path: string,
  request?: {
    readonly json?: unknown;
    readonly form?: FormData;
    readonly headers?: Readonly<Record<string, string>>;
  },
) => Promise<Body>;

/** What every dialect says of a job, in one spelling. */
export interface SeenJob {
  readonly id: string;
  readonly status: 'open' | 'completed' | 'failed' | 'cancelled' | 'expired';
  /** Seconds since 1970. */
  readonly createdAt: number;
  readonly endedAt: number | null;
}

export interface DialectClient {
  /** How its clients send their key. */
  readonly keyHeaders: (key: string) => Readonly<Record<string, string>>;
  /** Makes a job over one document, asked for the fields of `FIELDS`; answers its id. */
  create(ask: Ask, document: Upload, headers?: Readonly<Record<string, string>>): Promise<string>;
  read(ask: Ask, id: string): Promise<SeenJob>;
  /** What was read from the only document of a job that has ended. */
  values(ask: Ask, id: string): Promise<unknown>;
  /** Ids of all jobs, newest first. */
  list(ask: Ask): Promise<readonly string[]>;
  cancel(ask: Ask, id: string): Promise<SeenJob>;
}

/** What the generated invoices are asked for. */
const FIELDS = {
  type: 'object',
  properties: { invoice_number: { type: 'string' }, total_gross: { type: 'number' } },
  required: ['invoice_number', 'total_gross'],
};

const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);

const TALONIC: Readonly<Record<string, SeenJob['status']>> = {
  queued: 'open',
  processing: 'open',
  complete: 'completed',
  failed: 'failed',
};

const seenInTalonic = (job: TalonicJob): SeenJob => ({
  id: job.id,
  status: job.cancelled_at === null ? (TALONIC[job.status] ?? 'open') : 'cancelled',
  createdAt: seconds(job.created_at),
  endedAt: job.completed_at === null ? null : seconds(job.completed_at),
});

const talonic: DialectClient = {
  keyHeaders: (key) => ({ authorization: `Bearer ${key}` }),
  async create(ask, document, headers = {}) {
    const form = formWith(document);
    form.set('schema', JSON.stringify(FIELDS));
    form.set('options', JSON.stringify({ async: true }));
    return (await ask<Extracting>('POST', '/v1/extract', { form, headers })).job.id;
  },
  read: async (ask, id) => seenInTalonic(await ask('GET', `/v1/jobs/${id}`)),
  values: async (ask, id) => (await ask<JobResults>('GET', `/v1/jobs/${id}/results`)).data[0]?.values,
  list: async (ask) => (await ask<TalonicJobList>('GET', '/v1/jobs?limit=100')).data.map(({ id }) => id),
  cancel: async (ask, id) => seenInTalonic(await ask('POST', `/v1/jobs/${id}/cancel`)),
};

const RETAB: Readonly<Record<string, SeenJob['status']>> = {
  validating: 'open',
  queued: 'open',
  in_progress: 'open',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  expired: 'expired',
};

const seenInRetab = ({ id, status, created_at, completed_at }: RetabJob): SeenJob => ({
  id,
  status: RETAB[status] ?? 'open',
  createdAt: created_at,
  endedAt: completed_at,
});

const retab: DialectClient = {
  keyHeaders: (key) => ({ 'api-key': key }),
  async create(ask, upload, headers = {}) {
    const request = { document: mimeData(upload), json_schema: FIELDS, model: 'retab-small' };
    const json = { endpoint: '/v1/documents/extract', request };
    return (await ask<RetabJob>('POST', '/v1/jobs', { json, headers })).id;
  },
  read: async (ask, id) => seenInRetab(await ask('GET', `/v1/jobs/${id}`)),
  async values(ask, id) {
    const { response } = await ask<RetabJob>('GET', `/v1/jobs/${id}?include_response=true`);
    return response?.body.choices[0]?.message.parsed;
  },
  list: async (ask) => (await ask<RetabJobList>('GET', '/v1/jobs?limit=100')).data.map(({ id }) => id),
  cancel: async (ask, id) => seenInRetab(await ask('POST', `/v1/jobs/${id}/cancel`)),
};

const LLAMACLOUD = {
  PENDING: 'open',
  SUCCESS: 'completed',
  PARTIAL_SUCCESS: 'completed',
  ERROR: 'failed',
  CANCELLED: 'cancelled',
} as const satisfies Record<ExtractJob['status'], SeenJob['status']>;

/** Only runs have times; a run's last change is its end. */
async function seenInLlamacloud(ask: Ask, { id, status }: ExtractJob): Promise<SeenJob> {
  const run = await ask<ExtractRun>('GET', `/api/v1/extraction/runs/by-job/${id}`);
  return {
    id,
    status: LLAMACLOUD[status],
    createdAt: seconds(run.created_at),
    endedAt: status === 'PENDING' ? null : seconds(run.updated_at),
  };
}

const llamacloud: DialectClient = {
  keyHeaders: (key) => ({ authorization: `Bearer ${key}` }),
  async create(ask, { mediaType, bytes }, headers = {}) {
    const file = { data: toBase64(bytes), mime_type: mediaType };
    const json = { data_schema: FIELDS, config: {}, file };
    return (await ask<ExtractJob>('POST', '/api/v1/extraction/run', { json, headers })).id;
  },
  read: async (ask, id) => seenInLlamacloud(ask, await ask('GET', `/api/v1/extraction/jobs/${id}`)),
  values: async (ask, id) => (await ask<ResultSet>('GET', `/api/v1/extraction/jobs/${id}/result`)).data,
  async list(ask) {
    const agent = await ask<ExtractAgent>('GET', '/api/v1/extraction/extraction-agents/default');
    const jobs = await ask<ExtractJob[]>('GET', `/api/v1/extraction/jobs?extraction_agent_id=${agent.id}`);
    return jobs.map(({ id }) => id);
  },
  cancel: async (ask, id) => seenInLlamacloud(ask, await ask('POST', `/api/v1/extraction/jobs/${id}/cancel`)),
};

/** A dialect that is missing here does not compile. */
export const EACH_DIALECT = { talonic, retab, llamacloud } as const satisfies Record<DialectName, DialectClient>;

/** Every dialect's name, for `test.each`. */
export const DIALECT_NAMES: readonly DialectName[] = [
  'talonic',
  'retab',
  'llamacloud',
] satisfies (keyof typeof EACH_DIALECT)[];
