import type { RequestClaim } from '../../src/jobs/index-ports';
import type { EpochMs, JobSummary } from '../../src/jobs/job';
import type { Ports } from '../../src/jobs/ports';
import type { DocumentRecord, ExtractionRecord } from '../../src/jobs/records';
import type { Removal } from '../../src/jobs/retention/retention-ports';
import type { WebhookRecord } from '../../src/jobs/webhook';
import type { DeliveryRecord } from '../../src/jobs/webhooks/delivery';
import { departuresOf } from './database-departures';
import { type Call, upkeepOf } from './database-upkeep';
import type { Network } from './network';
import { WEBHOOK } from './receiver';
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
  /** Extractions whose values are searchable, with the document they are of. */
  readonly indexed = new Map<string, string>();
  readonly webhooks = new Map<string, WebhookRecord>([[WEBHOOK.id, WEBHOOK]]);
  /** The log of what was sent. */
  readonly deliveries = new Map<string, Pick<DeliveryRecord, 'accountId' | 'destination'>>();
  /** Accounts by the SHA-256 of their keys; null: it was revoked. */
  readonly keys = new Map<string, string | null>();
  /** Contents that are noted as on their way out, and since when, by name. */
  readonly removals = new Map<string, { readonly removal: Removal; readonly startedAt: EpochMs }>();
  /** Accounts that are noted as on their way out, and when something of them was last found. */
  readonly departures = new Map<string, EpochMs>();
  /** How far the last sweep came. */
  walkedTo: string | null = null;
  /** Told of every row that changes. */
  onProjected: ((before: JobSummary | null, after: JobSummary) => void) | null = null;

  for(
    owner: Owner,
    network: Network,
  ): Pick<Ports, 'jobs' | 'extractions' | 'documents' | 'requests' | 'fields' | 'upkeep' | 'deletions'> {
    const call: Call = (name, effect) => network.store(owner, name, effect);
    const unused = async (): Promise<never> => {
      throw new Error('not part of the simulation');
    };
    const keyOf = (accountId: string, name: string) => `${accountId}/${name}`;
    return {
      jobs: {
        project: (summary, records) => call(`project ${summary.status}`, () => this.#project(summary, records)),
        get: (_, jobId) => call('job row', () => this.visible(jobId)),
        list: (accountId) =>
          call('job rows', () => {
            const items = [...this.jobs.values()].filter(
              (row) => row.accountId === accountId && row.deletedAt === null,
            );
            return { items, next: null, previous: null };
          }),
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
        add: (record) => call('add document', () => this.#addDocument(record)),
        get: (_, id) => call('document row', () => this.documents.get(id) ?? null),
        getMany: (_, ids) => call('document rows', () => ids.flatMap((id) => this.documents.get(id) ?? [])),
        list: unused,
        completed: unused,
        setApart: (_, id) =>
          call('set document apart', () => {
            const row = this.documents.get(id);
            if (row !== undefined) this.documents.set(id, { ...row, isShared: false });
          }),
        remove: (_, id) => call('remove document', () => this.removeDocument(id)),
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
            for (const { extractionId, documentId } of values)
              if (this.documents.has(documentId)) this.indexed.set(extractionId, documentId);
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
      ...upkeepOf(this, call),
      ...departuresOf(this, call),
    };
  }

  /** As lists show it; null: they do not. */
  visible(jobId: string): JobSummary | null {
    const row = this.jobs.get(jobId);
    return row === undefined || row.deletedAt !== null ? null : row;
  }

  /** Its values go with it. */
  removeDocument(id: string): boolean {
    for (const [extractionId, documentId] of this.indexed) if (documentId === id) this.indexed.delete(extractionId);
    return this.documents.delete(id);
  }

  #addDocument(record: DocumentRecord): DocumentRecord {
    const isSame = (one: DocumentRecord) =>
      record.isShared
        ? one.isShared && one.accountId === record.accountId && one.sha256 === record.sha256
        : one.id === record.id;
    const known = [...this.documents.values()].find(isSame);
    if (known !== undefined) return known;
    this.documents.set(record.id, record);
    return record;
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
