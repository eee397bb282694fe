import type { AgentRecord } from './agent';
import type { AuditEntry } from './audit';
import type { DocumentSearch, FoundDocument } from './document-search';
import type { FieldFilter, FieldOccurrence, FieldRecord, FieldValue, FoundValue } from './field';
import type { GrantRecord } from './grant';
import type { EpochMs, JobStatus, JobSummary, Operation } from './job';
import type { JobFilter } from './job-filter';
import type {
  Correction,
  Cursor,
  DocumentFilter,
  DocumentRecord,
  ExtractionFilter,
  ExtractionRecord,
  Listing,
  ListWindow,
  SchemaRecord,
} from './records';
import type { Page } from './shelf';
import type { SourceRecord } from './source';
import type { DisabledWebhook, WebhookRecord } from './webhook';

export interface DocumentIndex {
  /**
   * Adds a document. If it is shared and the account has a shared one with the same content, or else one with its id,
   * that one is returned instead.
   */
  add(record: DocumentRecord): Promise<DocumentRecord>;
  get(accountId: string, id: string): Promise<DocumentRecord | null>;
  /** Those that exist, in no particular order. At most 2,000 ids. */
  getMany(accountId: string, ids: readonly string[]): Promise<readonly DocumentRecord[]>;
  list(accountId: string, filter: DocumentFilter): Promise<Listing<DocumentRecord>>;
  /** All completed documents, oldest first, at most `limit`. */
  completed(accountId: string, limit: number): Promise<readonly DocumentRecord[]>;
  /** From now on the same bytes given again are another document. */
  setApart(accountId: string, id: string): Promise<void>;
  /** Whether there was one to delete. */
  remove(accountId: string, id: string): Promise<boolean>;
  /** How often each has been extracted, and the newest extraction. Documents without any are left out. */
  extractionsOf(
    accountId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly count: number; readonly latestId: string; readonly fieldCount: number }>>;
}

export interface SchemaIndex {
  add(record: SchemaRecord): Promise<void>;
  /** By id or short id. */
  get(accountId: string, idOrShortId: string): Promise<SchemaRecord | null>;
  /** Newest first, all of them. */
  list(accountId: string): Promise<readonly SchemaRecord[]>;
  /** Stores the next version if the stored one is still `record.version - 1`; answers whether it did. */
  update(record: SchemaRecord): Promise<boolean>;
  remove(accountId: string, id: string): Promise<boolean>;
}

/** The projection of jobs that lists are made from. */
export interface JobIndex {
  /** Writes the job and those of its documents, unless a newer revision is already there. Idempotent. */
  project(summary: JobSummary, extractions: readonly ExtractionRecord[]): Promise<void>;
  get(accountId: string, jobId: string): Promise<JobSummary | null>;
  /** Takes `before`. */
  list(accountId: string, filter: JobFilter): Promise<JobPage>;
  /** How many there are; null: in any status. Costs a row for each status. */
  count(accountId: string, statuses: readonly JobStatus[] | null): Promise<number>;
}

/** A page whose rows were not counted. */
export interface JobPage extends Pick<Listing<JobSummary>, 'items' | 'next'> {
  /** Where the page in front of this one ends; null on the first one. */
  readonly previous: Cursor | null;
}

export interface ExtractionIndex {
  get(accountId: string, id: string): Promise<ExtractionRecord | null>;
  list(accountId: string, filter: ExtractionFilter): Promise<Listing<ExtractionRecord>>;
  /** Of the first document of each of these jobs, at most 500, in no particular order. */
  firstOf(accountId: string, jobIds: readonly string[]): Promise<readonly ExtractionRecord[]>;
  corrections(accountId: string, extractionIds: readonly string[]): Promise<ReadonlyMap<string, readonly Correction[]>>;
  /** Adds corrections; a later one of the same field replaces the earlier. */
  correct(accountId: string, extractionId: string, corrections: readonly Correction[]): Promise<void>;
}

export interface AgentIndex {
  /** Throws `conflict` when the account has one of that name in that family. */
  add(record: AgentRecord): Promise<void>;
  get(accountId: string, family: string, id: string): Promise<AgentRecord | null>;
  byName(accountId: string, family: string, name: string): Promise<AgentRecord | null>;
  list(accountId: string, family: string, window: ListWindow): Promise<Listing<AgentRecord>>;
  /** Stores the next version if the stored one is still `record.version - 1`; answers whether it did. Throws `conflict` for a name that is taken. */
  update(record: AgentRecord): Promise<boolean>;
  /** Whether there was one to delete. */
  remove(accountId: string, family: string, id: string): Promise<boolean>;
}

/** What fields there are, and what each document has for them. Values go with their document and with their job. */
export interface FieldIndex {
  /**
   * Adds fields or changes what is said of them (`occurrences` is counted, not taken), and the values of documents that
   * are there: a value does not replace one of a newer extraction. Idempotent.
   */
  put(accountId: string, fields: readonly FieldRecord[], values: readonly FieldValue[]): Promise<void>;
  /** Those that exist, in no particular order. */
  getMany(accountId: string, ids: readonly string[]): Promise<readonly FieldRecord[]>;
  list(accountId: string, filter: FieldFilter): Promise<Listing<FieldRecord>>;
  /** The newest, at most 2,000. */
  all(accountId: string): Promise<readonly FieldRecord[]>;
  /** Where a field has a value, the newest first. */
  occurrences(accountId: string, fieldId: string, limit: number): Promise<readonly FieldOccurrence[]>;
  /** All that some documents have, empty values left out; at most 20,000. */
  valuesOf(accountId: string, documentIds: readonly string[]): Promise<readonly FieldValue[]>;
  /** One of a field's values that reads as no number, or no time; null: there is none. */
  incomparable(accountId: string, fieldId: string, as: 'number' | 'time'): Promise<string | null>;
  /** Values in which some of the words are, those with most of them first. */
  searchValues(accountId: string, words: readonly string[], limit: number): Promise<readonly FoundValue[]>;
  findDocuments(accountId: string, search: DocumentSearch): Promise<Listing<FoundDocument>>;
}

export interface SourceIndex {
  /** Adds a source; one whose id is there already changes nothing. */
  add(record: SourceRecord): Promise<void>;
  get(accountId: string, id: string): Promise<SourceRecord | null>;
  list(accountId: string, window: ListWindow): Promise<Listing<SourceRecord>>;
  /** Whether there was one to change. */
  update(record: SourceRecord): Promise<boolean>;
  /** Whether there was one to delete. */
  remove(accountId: string, id: string): Promise<boolean>;
}

/** What jobs of one operation did; deleted ones are not counted. */
export interface WorkDone {
  readonly operation: Operation;
  readonly jobs: number;
  readonly documents: number;
}

export interface UsageIndex {
  /** Of jobs made since then. */
  since(accountId: string, from: EpochMs): Promise<readonly WorkDone[]>;
}

/** Which webhook, and what of it becomes another. */
export type WebhookUpdate = Pick<WebhookRecord, 'accountId' | 'family' | 'id' | 'updatedAt'> & Partial<WebhookRecord>;

export interface WebhookIndex {
  /** Adds a webhook; one whose id is there already changes nothing. */
  add(record: WebhookRecord): Promise<void>;
  /** `family` null: of any. */
  get(accountId: string, family: string | null, id: string): Promise<WebhookRecord | null>;
  /** Takes `before`. */
  list(accountId: string, family: string, window: ListWindow): Promise<Listing<WebhookRecord> & Page<WebhookRecord>>;
  /** Those that are switched on, the oldest first; at most 100. */
  listening(accountId: string, families: readonly string[]): Promise<readonly WebhookRecord[]>;
  /** Changes what is named, and nothing else; the webhook after it. null: there was none. */
  update(change: WebhookUpdate): Promise<WebhookRecord | null>;
  /** Switches one off that is on; whether there was one. */
  disable(accountId: string, family: string, id: string, disabled: DisabledWebhook): Promise<boolean>;
  /** Whether there was one to delete. */
  remove(accountId: string, family: string, id: string): Promise<boolean>;
}

/** What was done to keys, webhooks and accounts. Nothing in it is ever changed or taken out. */
export interface AuditLog {
  add(entry: AuditEntry): Promise<void>;
  list(accountId: string, window: ListWindow): Promise<Listing<AuditEntry>>;
}

/** Secret tokens that stand for one act on one document. */
export interface GrantLedger {
  add(record: GrantRecord): Promise<void>;
  /** By the SHA-256 of the token; null also when it has run out. */
  get(tokenSha256: string, now: EpochMs): Promise<GrantRecord | null>;
  /** The open upload whose document this is to become. */
  uploadOf(accountId: string, documentId: string, now: EpochMs): Promise<GrantRecord | null>;
  /** Whatever stands for an act on this document: afterwards nothing does. */
  removeOf(accountId: string, documentId: string): Promise<void>;
}

/** Remembers which job answered a request, so that the same request sent again joins it. */
export interface RequestLedger {
  /**
   * Claims `name` for `jobId`, unless it is held: then the holder's job and fingerprint come back. A claim lasts until
   * `expiresAt`. `name` is an idempotency key or the fingerprint of the request itself.
   */
  claim(accountId: string, name: string, claim: RequestClaim, now: EpochMs): Promise<RequestClaim>;
  /** Who holds `name` now; null: nobody. */
  holder(accountId: string, name: string, now: EpochMs): Promise<RequestClaim | null>;
  /** Takes `name` whoever holds it, unless it was claimed at or after `since` by a request that was sent again. Answers who holds it then. */
  take(accountId: string, name: string, claim: RequestClaim, since: EpochMs): Promise<RequestClaim>;
  /** Gives a claim up, after the work it stood for could not be begun. */
  release(accountId: string, name: string, jobId: string): Promise<void>;
  /** Gives up every claim that a job holds. */
  forget(accountId: string, jobId: string): Promise<void>;
}

export interface RequestClaim {
  readonly jobId: string;
  /** SHA-256 of the parsed request, hex. */
  readonly fingerprint: string;
  readonly claimedAt: EpochMs;
  readonly expiresAt: EpochMs;
  /** Claimed by a request that would have joined an earlier one. */
  readonly isResent: boolean;
}
