import type { RequestClaim } from '../../src/jobs/index-ports';
import type { JobSummary } from '../../src/jobs/job';
import type { Ports } from '../../src/jobs/ports';
import type { DocumentRecord, ExtractionRecord } from '../../src/jobs/records';
import type { Network } from './network';
import type { Owner } from './scheduler';

interface ExtractionRow {
  readonly record: ExtractionRecord;
  readonly revision: number;
}

/** The tables, each statement or batch of them one step, as the ports promise it. Their SQL has its own tests. */
export class Database {
  readonly jobs = new Map<string, JobSummary>();
  readonly extractions = new Map<string, ExtractionRow>();
  readonly documents = new Map<string, DocumentRecord>();
  readonly claims = new Map<string, RequestClaim>();
  /** Extractions whose values are searchable. */
  readonly indexed = new Set<string>();
  /** How far the last sweep came. */
  #walkedTo: string | null = null;
  /** Told of every row that changes. */
  onProjected: ((before: JobSummary | null, after: JobSummary) => void) | null = null;

  for(
    owner: Owner,
    network: Network,
  ): Pick<Ports, 'jobs' | 'extractions' | 'documents' | 'requests' | 'fields' | 'upkeep' | 'deletions'> {
    const call = <Value>(name: string, effect: () => Value) => network.store(owner, name, effect);
    const unused = async (): Promise<never> => {
      throw new Error('not part of the simulation');
    };
    const keyOf = (accountId: string, name: string) => `${accountId}/${name}`;
    return {
      jobs: {
        project: (summary, records) => call(`project ${summary.status}`, () => this.#project(summary, records)),
        get: (_, jobId) => call('job row', () => this.#visible(jobId)),
        list: () => call('job rows', () => ({ items: [...this.jobs.values()], next: null, previous: null })),
        count: () => call('count of jobs', () => this.jobs.size),
      },
      extractions: {
        get: (_, id) => call('extraction row', () => this.extractions.get(id)?.record ?? null),
        list: unused,
        firstOf: unused,
        corrections: () => call('corrections', () => new Map()),
        correct: unused,
      },
      documents: {
        add: unused,
        get: (_, id) => call('document row', () => this.documents.get(id) ?? null),
        getMany: (_, ids) => call('document rows', () => ids.flatMap((id) => this.documents.get(id) ?? [])),
        list: unused,
        completed: unused,
        setApart: unused,
        remove: unused,
        extractionsOf: () => call('extractions of documents', () => new Map()),
      },
      requests: {
        claim: (accountId, name, claim, now) =>
          call('claim', () => {
            const held = this.claims.get(keyOf(accountId, name));
            if (held !== undefined && held.expiresAt >= now) return held;
            this.claims.set(keyOf(accountId, name), claim);
            return claim;
          }),
        holder: (accountId, name, now) =>
          call('holder', () => {
            const held = this.claims.get(keyOf(accountId, name));
            return held !== undefined && held.expiresAt >= now ? held : null;
          }),
        take: (accountId, name, claim, since) =>
          call('take', () => {
            const held = this.claims.get(keyOf(accountId, name));
            if (held?.isResent && held.claimedAt >= since) return held;
            this.claims.set(keyOf(accountId, name), claim);
            return claim;
          }),
        release: (accountId, name, jobId) =>
          call('release', () => {
            if (this.claims.get(keyOf(accountId, name))?.jobId === jobId) this.claims.delete(keyOf(accountId, name));
          }),
        forget: (_, jobId) =>
          call('forget', () => {
            for (const [name, claim] of this.claims) if (claim.jobId === jobId) this.claims.delete(name);
          }),
      },
      fields: {
        put: (_, __, values) =>
          call('values', () => {
            for (const { extractionId } of values) this.indexed.add(extractionId);
          }),
        getMany: unused,
        list: unused,
        all: unused,
        occurrences: unused,
        valuesOf: unused,
        incomparable: unused,
        searchValues: unused,
        findDocuments: unused,
      },
      upkeep: {
        withoutDocument: (contents) =>
          call('contents without a document', () => contents.filter(({ sha256 }) => !this.#hasContent(sha256))),
        notKept: (jobs) =>
          call('jobs that are not kept', () =>
            jobs.filter(({ jobId }) => (this.#visible(jobId)?.status ?? 'expired') === 'expired'),
          ),
        clearRunOut: (now) =>
          call('clear claims', () => {
            for (const [name, claim] of this.claims) if (claim.expiresAt < now) this.claims.delete(name);
          }),
        forgetDeletedJobs: (before) =>
          call('forget deleted jobs', () => {
            for (const [id, { deletedAt }] of this.jobs)
              if (deletedAt !== null && deletedAt < before) this.jobs.delete(id);
          }),
        noteRemoval: () => call('note removal', () => undefined),
        forgetRemoval: () => call('forget removal', () => undefined),
        removalsBefore: () => call('removals', () => []),
        walkedTo: () => call('walked to', () => this.#walkedTo),
        noteWalkedTo: (name) =>
          call('note walked to', () => {
            this.#walkedTo = name;
          }),
      },
      deletions: {
        begin: unused,
        underWay: () => call('account deletions', () => []),
        destinationsOf: unused,
        removeRows: unused,
        noteFound: unused,
        finish: unused,
      },
    };
  }

  #hasContent(sha256: string): boolean {
    return [...this.documents.values()].some((document) => document.sha256 === sha256);
  }

  #visible(jobId: string): JobSummary | null {
    const row = this.jobs.get(jobId);
    return row === undefined || row.deletedAt !== null ? null : row;
  }

  #project(summary: JobSummary, records: readonly ExtractionRecord[]): void {
    const before = this.jobs.get(summary.id) ?? null;
    if (before === null || summary.revision > before.revision) {
      this.jobs.set(summary.id, summary);
      this.onProjected?.(before, summary);
    }
    if (this.jobs.get(summary.id)?.deletedAt === null)
      for (const record of records) {
        const row = this.extractions.get(record.id);
        if (row === undefined || summary.revision > row.revision)
          this.extractions.set(record.id, { record, revision: summary.revision });
      }
  }
}
