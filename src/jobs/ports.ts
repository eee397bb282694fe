import type { JsonObject } from '../schema/json';
import type { BlobStore, ParsedPart } from './blob-port';
import type { Gate } from './gate-port';
import type {
  AgentIndex,
  AuditLog,
  DocumentIndex,
  ExtractionIndex,
  FieldIndex,
  GrantLedger,
  JobIndex,
  RequestLedger,
  SchemaIndex,
  SourceIndex,
  UsageIndex,
  WebhookIndex,
} from './index-ports';
import type { EpochMs, JobRef, Priority } from './job';
import type { KeyIndex } from './key-port';
import type { Limits } from './limits';
import type {
  DatasetDocumentRecord,
  DatasetRecord,
  IterationRecord,
  PredictionRecord,
  ProjectRecord,
} from './projects/project';
import type { AccountDeletions, BlobWalk, UpkeepIndex } from './retention/retention-ports';
import type { Shelf } from './shelf';
import type { TemplateRecord } from './template';
import type { Turnstiles } from './turnstile-port';
import type { DocumentHosts } from './web/document-host';
import type { WebPolicy } from './web/guard-url';
import type { Announcer } from './webhooks/announcer';
import type { Courier } from './webhooks/courier';
import type { DeliveryLog, SigningSecrets } from './webhooks/delivery-log';
import type { DeliveryPolicy } from './webhooks/delivery-policy';
import type { Outboxes, ParcelQueue } from './webhooks/outbox-port';

/** What the core needs of the world. Stores implement these; the core never sees a binding. */
export interface Ports {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly tokens: TokenSource;
  readonly pause: Pause;
  readonly random: Random;
  readonly keys: KeyIndex;
  readonly limiter: RateLimiter;
  readonly streams: StreamCounter;
  readonly blobs: BlobStore;
  readonly blobWalk: BlobWalk;
  readonly upkeep: UpkeepIndex;
  readonly deletions: AccountDeletions;
  readonly documents: DocumentIndex;
  readonly schemas: SchemaIndex;
  readonly jobs: JobIndex;
  readonly extractions: ExtractionIndex;
  readonly agents: AgentIndex;
  readonly grants: GrantLedger;
  readonly fields: FieldIndex;
  readonly sources: SourceIndex;
  readonly webhooks: WebhookIndex;
  readonly announcers: Announcer;
  readonly outboxes: Outboxes;
  readonly parcels: ParcelQueue;
  readonly courier: Courier;
  readonly documentHosts: DocumentHosts;
  readonly deliveries: DeliveryLog;
  readonly signingSecrets: SigningSecrets;
  readonly audit: AuditLog;
  readonly templates: Shelf<TemplateRecord>;
  readonly projects: Shelf<ProjectRecord>;
  readonly datasets: Shelf<DatasetRecord>;
  readonly datasetDocuments: Shelf<DatasetDocumentRecord>;
  readonly iterations: Shelf<IterationRecord>;
  readonly predictions: Shelf<PredictionRecord>;
  readonly usage: UsageIndex;
  readonly requests: RequestLedger;
  readonly gates: Gates;
  readonly turnstiles: Turnstiles;
  readonly work: WorkQueue;
  readonly reader: DocumentReader;
  readonly proposer: SchemaProposer;
  readonly settings: Settings;
}

/** Now. */
export type Clock = () => EpochMs;

/** Makes random version 4 UUIDs. */
export type IdSource = () => string;

/** Makes secrets of 256 random bits, in characters that a URL takes as they are. */
export type TokenSource = () => string;

/** A number in [0, 1). */
export type Random = () => number;

/** Resolves after so many milliseconds. */
export type Pause = (ms: number) => Promise<void>;

export interface Settings {
  readonly limits: Limits;
  /** How long a document that is fetched by its URL may take, redirects and all, in milliseconds. */
  readonly fetchTimeoutMs: number;
  /** How long one try to deliver a webhook may take, in milliseconds. */
  readonly webhookTimeoutMs: number;
  /** How long an ended job is kept, in milliseconds. */
  readonly retentionMs: number;
  /** How old a blob must be before the sweep asks who owns it, in milliseconds: longer than an idempotency key lasts. */
  readonly sweepGraceMs: number;
  /** How much of what was read of its documents is kept for an account, in bytes. */
  readonly parsedCacheBytes: number;
  readonly delivery: DeliveryPolicy;
  readonly web: WebPolicy;
  /** Origins whose pages may call this server; `*`: all. */
  readonly corsOrigins: readonly string[];
  /** Names this run of the server; see `Lease.boot`. */
  readonly boot: string;
}

/** Knows the formats. */
export interface DocumentReader {
  /** Media type told by the bytes; null: no bytes. The filename only settles ties between text formats. */
  mediaType(bytes: Uint8Array, filename: string): string | null;
  /** Throws `unsupported-document`, saying what it is and what it should be converted to. */
  refuseUnsupported(mediaType: string): void;
  /** Changes whenever the same bytes may be read differently; part of the key of a parsed document. */
  readonly parserVersion: string;
  /**
   * The parsed document, part by part; parts before `from` (1-based) are left out. Cuts the same bytes the same way each
   * time. `pages`: 1-based, null: all. Throws `unsupported-document`, `document-unreadable`.
   */
  parse(bytes: Uint8Array, filename: string, pages: readonly number[] | null, from: number): AsyncIterable<ParsedPart>;
}

/** Knows what documents and words are worth asking for. */
export interface SchemaProposer {
  /**
   * A JSON Schema of what the documents show and the prompt asks for, added to `base`; null when they name nothing. Takes
   * parsed documents as JSON text, one at a time and each part by part.
   */
  propose(
    documents: AsyncIterable<AsyncIterable<string>>,
    prompt: string | null,
    base: JsonObject | null,
  ): Promise<JsonObject | null>;
}

/** What is left of a key's allowance in the current minute. */
export interface Allowance {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** When the allowance is whole again. */
  readonly resetAt: EpochMs;
}

export interface RateLimiter {
  /** Counts one request of this key. */
  take(keyId: string): Promise<Allowance>;
}

/** A stream of events that somebody reads. */
export interface OpenStream {
  readonly accountId: string;
  readonly id: string;
}

/** How many streams of an account are open. A stream that says nothing for half a minute counts no more. */
export interface StreamCounter {
  /** Counts one more; false: `limit` are open. */
  open(stream: OpenStream, limit: number): Promise<boolean>;
  /** It still is. */
  renew(stream: OpenStream): Promise<void>;
  close(stream: OpenStream): Promise<void>;
}

/** What a message of the work queue says: names, never content. */
export interface WorkMessage extends JobRef {
  readonly attempt: number;
  /** Position of the document in its job, 0-based. */
  readonly index: number;
  /** Version of this shape; a consumer acknowledges what it does not know. */
  readonly version: 1;
}

export interface WorkQueue {
  /** All messages of one call have one priority. */
  send(priority: Priority, messages: readonly WorkMessage[]): Promise<void>;
}

export interface Gates {
  at(ref: JobRef): Gate;
}
