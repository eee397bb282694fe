import type { JsonObject } from '../schema/json';
import type { Operation } from './job';

/** How the reading is to be done. */
export interface ExtractOptions {
  /** What the caller said in words. */
  readonly instructions: string | null;
  /** 1-based pages to read; null: all. */
  readonly pages: readonly number[] | null;
}

/**
 * What was asked, frozen at creation and stored under the job's prefix: the schema may change later, the job does not.
 */
export interface JobRequest {
  readonly jobId: string;
  readonly operation: Operation;
  /** Normalised JSON Schema. */
  readonly schema: JsonObject;
  readonly schemaId: string | null;
  readonly options: ExtractOptions;
}
