import type { ParsedDocument } from '../parsers/parsed-document';
import type { Cell } from '../schema/cell';
import type { ObjectNode } from '../schema/schema-node';

/** What an engine is asked: fill the cells of one document that are still empty or unsure. */
export interface FillTask {
  readonly document: ParsedDocument;
  readonly schema: ObjectNode;
  /** What the caller said in words; null: nothing. */
  readonly instructions: string | null;
  /** What earlier phases filled. */
  readonly cells: readonly Cell[];
  /** Which of several readings this is, 0-based, each another way of looking; absent: the ordinary one, 0. */
  readonly reading?: number;
}

/** How the caller wants it read, as far as engines may differ in it. */
export interface Wishes {
  readonly instructions: string | null;
  /** The model asked for; null: any. */
  readonly model: string | null;
  readonly chunks: { readonly by: 'page' | 'section'; readonly pages: number | null } | null;
  readonly dpi: number | null;
  readonly readings: number;
}

/** A wish that was not honoured. */
export interface Notice {
  readonly option: keyof Wishes;
  /** For a person. */
  readonly message: string;
}

/**
 * A way of filling cells. One pass per phase of the pipeline; each returns the whole list of cells that now stand,
 * those it was given included (kept, changed or dropped). Pure but for the time it takes; throws only on a bug.
 */
export interface Engine {
  readonly name: string;
  /** What was asked and cannot be honoured by this engine, and why. */
  notices(wishes: Wishes): readonly Notice[];
  /** What the document states outright: embedded e-invoice, declared fields, label/value pairs, tables. */
  resolve(task: FillTask): Promise<readonly Cell[]>;
  /** The deeper search for what is still empty: weaker labels, wider geometry, prose. */
  execute(task: FillTask): Promise<readonly Cell[]>;
  /** Types, formats, enums and cross-field checks; raises or lowers confidence, drops what does not fit, sets flags. */
  validate(task: FillTask): Promise<readonly Cell[]>;
  /** Looks again at cells under the confidence gate, settles conflicts. */
  reread(task: FillTask): Promise<readonly Cell[]>;
}
