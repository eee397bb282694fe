import type { Cell } from '../schema/cell';
import type { JobRef, Phase } from './job';
import type { Product } from './product';
import type { JobRequest } from './request';
import type { Removal } from './retention/retention-ports';

/** Where the output of one phase of one document lies. The token keeps a consumer that lost its turn from overwriting. */
export interface OutputRef extends JobRef {
  readonly attempt: number;
  readonly index: number;
  readonly phase: Phase;
  readonly token: number;
}

/**
 * Where the output of one phase over one window of a long document lies. Without the token: a turn that takes up where
 * another one ended goes on with its windows, and whoever works on a window works from the same cells.
 */
export interface WindowRef extends JobRef {
  readonly attempt: number;
  readonly index: number;
  readonly phase: Phase;
  /** 1-based. */
  readonly window: number;
}

/** What one phase made of one window: a part of the document together with what is shown of the pages before it. */
export interface WindowOutput {
  readonly cells: readonly Cell[];
  /** The window's own pages. */
  readonly pageSizes: readonly PageSize[];
  readonly language: string | null;
  readonly isLast: boolean;
}

/** What one phase leaves behind: all cells that stand after it, or what was made. */
export interface PhaseOutput {
  readonly cells: readonly Cell[];
  /** Pages actually read. */
  readonly pages: number;
  /** The pages read, in order. */
  readonly pageSizes: readonly PageSize[];
  readonly language: string | null;
  /** Time from the lease to the end of this phase, in milliseconds. */
  readonly elapsedMs: number;
  /** What was asked and could not be honoured, and why. */
  readonly notices: readonly Notice[];
  /** What an operation other than extraction made of the document; absent or null: nothing. */
  readonly product?: Product | null;
}

/** How large a page is, in points. */
export interface PageSize {
  /** 1-based, as in the whole document. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

/** An option the engine could not honour. */
export interface Notice {
  /** Member of `ReadOptions`. */
  readonly option: string;
  /** For a person. */
  readonly message: string;
}

/** Where one part of a parsed document lies. */
export interface ParsedRef {
  readonly accountId: string;
  /** Of the content it was parsed from. */
  readonly sha256: string;
  /** How it was read: "3/pdf/all" are parser version, extension, selection of pages. */
  readonly variant: string;
  /** 1-based. */
  readonly part: number;
}

/** A stretch of a parsed document; a short document is one part. */
export interface ParsedPart {
  /** A `ParsedDocument` of these pages as JSON text. */
  readonly json: string;
  /** Whether no part follows. */
  readonly isLast: boolean;
  /** Pages of all parts; null: not known before the last. */
  readonly pageCount: number | null;
}

/** Bytes and results (R2). `get*` answers null for what is not there. */
export interface BlobStore {
  putContent(accountId: string, sha256: string, bytes: Uint8Array): Promise<void>;
  /** Those set aside where the others are gone. */
  getContent(accountId: string, sha256: string): Promise<Uint8Array | null>;
  /** Whether they are there, and not only set aside. */
  hasContent(accountId: string, sha256: string): Promise<boolean>;
  /** Deletes the bytes and everything parsed from them: of every document of the account with this content. */
  deleteContent(accountId: string, sha256: string): Promise<void>;
  /** Deletes what was parsed from these bytes, and leaves them. */
  deleteParsed(accountId: string, sha256: string): Promise<void>;
  /** Keeps bytes a second time while it is found out whether a document has them. */
  setAside(removal: Removal, bytes: Uint8Array): Promise<void>;
  deleteAside(removal: Removal): Promise<void>;
  putParsed(ref: ParsedRef, part: ParsedPart): Promise<void>;
  getParsed(ref: ParsedRef): Promise<ParsedPart | null>;
  putRequest(ref: JobRef, request: JobRequest): Promise<void>;
  getRequest(ref: JobRef): Promise<JobRequest | null>;
  putOutput(ref: OutputRef, output: PhaseOutput): Promise<void>;
  getOutput(ref: OutputRef): Promise<PhaseOutput | null>;
  /** The file that belongs to the product of an output. */
  putFile(ref: OutputRef, bytes: Uint8Array): Promise<void>;
  getFile(ref: OutputRef): Promise<Uint8Array | null>;
  putWindow(ref: WindowRef, output: WindowOutput): Promise<void>;
  getWindow(ref: WindowRef): Promise<WindowOutput | null>;
  /** Deletes the request and every output of a job, of all attempts. */
  deleteJob(ref: JobRef): Promise<void>;
}
