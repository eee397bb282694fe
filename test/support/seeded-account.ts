import { NO_TRAITS } from '../../src/jobs/create-job';
import { inTurn } from '../../src/jobs/in-turn';
import { isTerminal, type JobStatus, type JobSummary, type Outcome } from '../../src/jobs/job';
import type { Ports } from '../../src/jobs/ports';
import type { DocumentRecord, ExtractionRecord, Order } from '../../src/jobs/records';
import { seededRandom } from './random';

/** One job as lists know it. */
export interface SeededJob {
  readonly summary: JobSummary;
  readonly extractions: readonly ExtractionRecord[];
}

/** Everything that the lists of an account are about. */
export interface SeededAccount {
  readonly jobs: readonly SeededJob[];
  readonly documents: readonly DocumentRecord[];
  readonly agentIds: readonly string[];
  readonly schemaIds: readonly string[];
  readonly sourceIds: readonly string[];
}

const DOCUMENTS = 150;
const HOUR_MS = 60 * 60_000;

/** 2100: what is seeded as kept is kept, whenever the tests run. */
const FAR_FUTURE = 4_102_444_800_000;
/** Jobs are made at so many moments, so that many are made at the same. */
const MOMENTS = 90;
const FIRST_MOMENT = Date.UTC(2026, 8, 1);

const STATUSES = [
  'queued',
  'running',
  'completed',
  'completed',
  'failed',
  'cancelled',
  'expired',
] as const satisfies readonly JobStatus[];
const WORDS = ['invoice', 'Invoice', 'offer', 'delivery note', 'contract (signed)', 'größe', '2026'];
const EXTENSIONS = ['pdf', 'PDF', 'png', 'txt', 'csv', 'tar.gz'];

const OUTCOMES = {
  validating: ['waiting'],
  queued: ['waiting'],
  running: ['waiting', 'running', 'completed', 'failed'],
  completed: ['completed', 'failed'],
  failed: ['failed'],
  cancelled: ['completed', 'failed'],
  expired: ['completed', 'failed'],
} as const satisfies Record<JobStatus, readonly [Outcome, ...Outcome[]]>;

/** An account that is the same for the same seed, but for its id. */
export function seededAccount(accountId: string, seed: number, jobCount: number): SeededAccount {
  const random = seededRandom(seed);
  const pick = <const Items extends Some>(items: Items): Items[number] => items[Math.floor(random() * items.length)];
  const hex = (digits: number) => Array.from({ length: digits }, () => pick(HEX)).join('');
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
  const uuids = (count: number) => Array.from({ length: count }, uuid);
  const moment = () => FIRST_MOMENT + Math.floor(random() * MOMENTS) * 6 * HOUR_MS + pick([0, 0, 1, HOUR_MS - 1]);
  const [agentIds, schemaIds, sourceIds] = [uuids(3), uuids(2), uuids(2)];
  const orNone = (ids: readonly string[]) => pick([null, ...ids]);

  const documents = Array.from({ length: DOCUMENTS }, (): DocumentRecord => {
    const status = pick(['pending', 'processing', 'completed', 'completed', 'error']);
    const extension = pick(['pdf', ...EXTENSIONS]);
    return {
      id: uuid(),
      accountId,
      filename: `${pick(['scan', ...WORDS])}-${hex(2)}.${extension}`,
      mediaType: 'application/pdf',
      sizeBytes: Math.floor(random() * 1_000_000),
      sha256: hex(64),
      status,
      pages: status === 'completed' ? 1 : null,
      language: null,
      problem: status === 'error' ? { code: 'document-unreadable', message: 'damaged' } : null,
      createdAt: moment(),
      isShared: false,
      externalId: pick([null, `ext/${hex(1)}`]),
      purpose: pick([null, 'extract', 'user_data']),
      sourceId: orNone(sourceIds),
      batchId: null,
      metadata: null,
    };
  });

  const labelsOf = (): Record<string, string> => ({
    ...(random() < 0.3 ? { workflow_id: pick(['wf-1', 'wf-2']) } : {}),
    ...(random() < 0.2 ? { [pick(['workflow_node_id', 'node_id'])]: pick(['node-1', 'node-2']) } : {}),
    ...(random() < 0.2 ? { [pick(['workflow_block_id', 'block_id'])]: pick(['node-1', 'block-2']) } : {}),
    ...(random() < 0.4 ? { team: pick(['red', 'blue', 'red "one"']) } : {}),
    ...(random() < 0.4 ? { priority: pick(['1', '2']) } : {}),
  });

  const jobs = Array.from({ length: jobCount }, (): SeededJob => {
    const id = uuid();
    const status = pick(['completed', ...STATUSES]);
    const createdAt = moment();
    const schemaId = orNone(schemaIds);
    const agentId = orNone(agentIds);
    const origin = pick(['api', 'api', 'dashboard']);
    const outcomes: readonly [Outcome, ...Outcome[]] = OUTCOMES[status];
    const extractions = Array.from({ length: pick([1, 1, 2, 3]) }, (_, index): ExtractionRecord => {
      const document = documents[Math.floor(random() * documents.length)];
      if (document === undefined) throw new Error('there are documents');
      const outcome = pick(outcomes);
      return {
        id: uuid(),
        accountId,
        jobId: id,
        index,
        documentId: document.id,
        filename: pick([document.filename, document.filename, `renamed-${document.filename}`]),
        schemaId,
        agentId,
        origin,
        attempt: 1,
        outcome,
        phase: null,
        token: null,
        filledFields: 0,
        fieldCount: 3,
        confidence: null,
        pages: null,
        language: null,
        problem: outcome === 'failed' ? { code: 'extraction-failed', message: 'It did not come through' } : null,
        createdAt,
        endedAt: outcome === 'completed' || outcome === 'failed' ? createdAt + 2_000 : null,
      };
    });
    const isOver = isTerminal(status);
    const summary: JobSummary = {
      ...NO_TRAITS,
      id,
      accountId,
      operation: 'extract',
      name: pick([null, 'Invoices']),
      schemaId,
      schemaName: null,
      status,
      phase: status === 'running' ? 'execute' : null,
      progress: 0,
      attempt: 1,
      documentCount: extractions.length,
      completedDocuments: extractions.filter(({ outcome }) => outcome === 'completed').length,
      failedDocuments: extractions.filter(({ outcome }) => outcome === 'failed').length,
      totalCells: 3 * extractions.length,
      filledCells: 0,
      problem: status === 'failed' ? { code: 'extraction-failed', message: 'It did not come through' } : null,
      agentId,
      origin,
      projectId: pick([null, null, 'project-1', 'project-2']),
      model: pick([null, 'retab-small', 'retab-large']),
      calledAs: pick([null, null, null, '/v1/projects/extract']),
      labels: labelsOf(),
      createdAt,
      startedAt: status === 'queued' ? null : createdAt + 1_000,
      endedAt: isOver ? createdAt + 2_000 : null,
      cancelledAt: status === 'cancelled' ? createdAt + 2_000 : null,
      deletedAt: random() < 0.05 ? createdAt + 3_000 : null,
      expiresAt: FAR_FUTURE,
      estimatedEndAt: null,
      revision: 1,
    };
    return { summary, extractions };
  });
  return { jobs, documents, agentIds, schemaIds, sourceIds };
}

type Some = readonly [unknown, ...unknown[]];

const HEX: readonly [string, ...string[]] = ['0', ...'123456789abcdef'];

const WRITES_AT_ONCE = 50;

/** Straight into the indexes: nothing of it is queued, run or read. */
export async function storeSeeded(
  { jobs, documents: index }: Pick<Ports, 'jobs' | 'documents'>,
  { jobs: all, documents }: SeededAccount,
): Promise<void> {
  await inTurn(all, WRITES_AT_ONCE, ({ summary, extractions }) => jobs.project(summary, extractions));
  // After the jobs, which would say otherwise how the documents stand.
  await inTurn(documents, WRITES_AT_ONCE, (document) => index.add(document));
}

/** What lists show: nothing of a deleted job. */
export const visibleJobs = ({ jobs }: SeededAccount): readonly SeededJob[] =>
  jobs.filter(({ summary }) => summary.deletedAt === null);

export const visibleExtractions = (account: SeededAccount): readonly ExtractionRecord[] =>
  visibleJobs(account).flatMap(({ extractions }) => extractions);

/** Ids in the order of every list: by time of making, then by id. */
export function idsInOrder(
  records: readonly { readonly id: string; readonly createdAt: number }[],
  order: Order,
): readonly string[] {
  const ids = [...records].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  return order === 'asc' ? ids : ids.reverse();
}
