import type { JsonObject, JsonValue } from '../schema/json';
import type { JobProblem } from './errors';
import type { EpochMs, Origin, Outcome, Phase } from './job';

/** One position in a list ordered by (createdAt, id). */
export interface Cursor {
  readonly createdAt: EpochMs;
  readonly id: string;
  /** Where the list is ordered by it before all. */
  readonly filename?: string;
}

export type Order = 'asc' | 'desc';

/** What every list takes. */
export interface ListWindow {
  /** 1-500. */
  readonly limit: number;
  readonly after: Cursor | null;
  /** The page that ends just in front of this row, in the same order; only where a list says that it takes it. */
  readonly before?: Cursor | null;
  readonly order: Order;
  /** Rows to skip, for callers that page by number; 0 with a cursor. */
  readonly offset: number;
}

export interface Listing<Item> {
  readonly items: readonly Item[];
  /** All that match the filter, on any page. */
  readonly total: number;
  /** Where the next page starts; null on the last one. */
  readonly next: Cursor | null;
}

/** Bytes someone gave us. The bytes themselves are stored once per account and content. */
export interface DocumentRecord {
  readonly id: string;
  readonly accountId: string;
  readonly filename: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Hex. */
  readonly sha256: string;
  /** `pending` until first read; `error` when it cannot be read. */
  readonly status: 'pending' | 'processing' | 'completed' | 'error';
  readonly pages: number | null;
  readonly language: string | null;
  readonly problem: JobProblem | null;
  readonly createdAt: EpochMs;
  /** Whether the same bytes given again are this document; else they are another one. */
  readonly isShared: boolean;
  /** What the caller calls it in their own system; null: nothing. */
  readonly externalId: string | null;
  /** What the caller wants it for, in the caller's word; null: not said. */
  readonly purpose: string | null;
  /** The source it came through; null: straight from the API. */
  readonly sourceId: string | null;
  readonly batchId: string | null;
  readonly metadata: JsonObject | null;
}

export interface DocumentFilter extends ListWindow {
  /** What the list is ordered by; absent: by time. */
  readonly by?: 'filename' | 'id';
  readonly statuses: readonly DocumentRecord['status'][] | null;
  /** Part of the filename, case-insensitive. */
  readonly search: string | null;
  readonly createdFrom: EpochMs | null;
  readonly createdTo: EpochMs | null;
  /** At most 2,000. */
  readonly ids?: readonly string[];
  /** The whole filename. */
  readonly filename?: string;
  readonly externalId?: string;
  /** null: straight from the API. */
  readonly sourceId?: string | null;
}

/** A named, versioned shape. */
export interface SchemaRecord {
  readonly id: string;
  readonly accountId: string;
  /** "SCH-" and the first eight hex digits of the id, upper case. */
  readonly shortId: string;
  readonly name: string;
  readonly description: string | null;
  /** Normalised JSON Schema, as `normaliseSchema` gives it back. */
  readonly definition: JsonObject;
  readonly fieldCount: number;
  /** 1 on creation; every change of the definition, name or description adds one. */
  readonly version: number;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
}

/** One document's result in one job. */
export interface ExtractionRecord {
  readonly id: string;
  readonly accountId: string;
  readonly jobId: string;
  /** Position of the document in its job, 0-based. */
  readonly index: number;
  readonly documentId: string;
  readonly filename: string;
  readonly schemaId: string | null;
  /** The stored agent its job was made with; null: none. */
  readonly agentId: string | null;
  readonly origin: Origin;
  readonly attempt: number;
  readonly outcome: Outcome;
  /** Pointer to the stored result: the last phase and its token; null while nothing is stored. */
  readonly phase: Phase | null;
  readonly token: number | null;
  readonly filledFields: number;
  readonly fieldCount: number;
  readonly confidence: number | null;
  readonly pages: number | null;
  /** ISO 639-1. */
  readonly language: string | null;
  readonly problem: JobProblem | null;
  readonly createdAt: EpochMs;
  readonly endedAt: EpochMs | null;
}

export interface ExtractionFilter extends ListWindow {
  readonly documentId: string | null;
  readonly schemaId: string | null;
  readonly outcomes: readonly Outcome[] | null;
  /** null: made without an agent; absent: any. */
  readonly agentId?: string | null;
  readonly origin?: Origin;
}

/** What a person said a field should be; it wins over what was read, and goes along when the document is read again. */
export interface Correction {
  readonly field: string;
  readonly value: JsonValue;
  readonly reason: string | null;
  readonly at: EpochMs;
}

/** Who is calling. */
export interface Caller {
  readonly accountId: string;
  readonly keyId: string;
  /** SHA-256 of the key that was presented, hex: asked again where an answer takes long; absent: none was. */
  readonly keySha256?: string;
  /** The request it comes with, as `X-Request-Id` of the answer; absent: none. */
  readonly requestId?: string;
}
