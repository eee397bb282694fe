import type { JsonObject } from '../schema/json';
import type { Assignment } from './assignment';

/** What one entry of the result is about: the document, each of its pages, or each row of its tables and lists. */
export type Target = 'document' | 'page' | 'table-row';

/** How the reading is to be done. Engines differ in what they can honour; what they cannot, they say in notices. */
export interface ReadOptions {
  /** What the caller said in words. */
  readonly instructions: string | null;
  /** 1-based pages to read; null: all. */
  readonly pages: readonly number[] | null;
  readonly target: Target;
  /** Read the bytes again, even if they were read before. */
  readonly fresh: boolean;
  /** The model asked for, in the caller's spelling; null: the service's own choice. */
  readonly model: string | null;
  /** How a long document is to be cut for reading, and how many pages are looked at together; null: as the engine likes. */
  readonly chunks: { readonly by: 'page' | 'section'; readonly pages: number | null } | null;
  /** Dots per inch at which page images are to be read; null: as the engine likes. */
  readonly dpi: number | null;
  /** Independent readings to reconcile, 1-8. */
  readonly readings: number;
}

/** Nothing in particular asked for. */
export const PLAIN_READING: ReadOptions = {
  instructions: null,
  pages: null,
  target: 'document',
  fresh: false,
  model: null,
  chunks: null,
  dpi: null,
  readings: 1,
};

/** The request in the words of whoever took it, kept so that they can give it back. Nobody else looks inside. */
export interface AskedAs {
  /** Which dialect wrote it, and in which form of its own: a name and a number. */
  readonly form: string;
  readonly body: JsonObject;
}

/**
 * What was asked, frozen at creation and stored under the job's prefix: the schema may change later, the job does not.
 */
export interface JobRequest {
  readonly jobId: string;
  readonly assignment: Assignment;
  /**
   * Normalised JSON Schema of the whole result, as the engine is asked: see `wholeSchema` in `target.ts` for pages and rows.
   * null: the operation asks for no fields.
   */
  readonly schema: JsonObject | null;
  readonly schemaId: string | null;
  readonly options: ReadOptions;
  readonly asked: AskedAs | null;
}
