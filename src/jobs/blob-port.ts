import type { Cell } from '../schema/cell';
import type { JobRef, Phase } from './job';
import type { JobRequest } from './request';

/** Where the output of one phase of one document lies. The token keeps a consumer that lost its turn from overwriting. */
export interface OutputRef extends JobRef {
  readonly attempt: number;
  readonly index: number;
  readonly phase: Phase;
  readonly token: number;
}

/** What one phase leaves behind: all cells that stand after it. */
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
  /** Member of `ExtractOptions`. */
  readonly option: string;
  /** For a person. */
  readonly message: string;
}

/** Bytes and results (R2). `get*` answers null for what is not there. */
export interface BlobStore {
  putContent(accountId: string, sha256: string, bytes: Uint8Array): Promise<void>;
  getContent(accountId: string, sha256: string): Promise<Uint8Array | null>;
  hasContent(accountId: string, sha256: string): Promise<boolean>;
  /** Deletes the bytes and everything parsed from them: of every document of the account with this content. */
  deleteContent(accountId: string, sha256: string): Promise<void>;
  /** A parsed document as JSON text, by content and by how it was read ("3/pdf/all": parser version, extension, selection of pages). */
  putParsed(accountId: string, sha256: string, variant: string, json: string): Promise<void>;
  getParsed(accountId: string, sha256: string, variant: string): Promise<string | null>;
  putRequest(ref: JobRef, request: JobRequest): Promise<void>;
  getRequest(ref: JobRef): Promise<JobRequest | null>;
  putOutput(ref: OutputRef, output: PhaseOutput): Promise<void>;
  getOutput(ref: OutputRef): Promise<PhaseOutput | null>;
  /** Deletes the request and every output of a job, of all attempts. */
  deleteJob(ref: JobRef): Promise<void>;
}
