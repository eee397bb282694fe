import type { Engine, Wishes } from '../engines/engine';
import type { Assignment, AssignmentOf } from '../jobs/assignment';
import type { Operation } from '../jobs/job';
import type { Product } from '../jobs/product';
import type { ReadOptions, Target } from '../jobs/request';
import type { ParsedDocument } from '../parsers/parsed-document';
import type { Cell } from '../schema/cell';
import type { ObjectNode } from '../schema/schema-node';

/** One phase of one operation. Does no I/O of its own. */
export type Step = CellStep | MakeStep;

/** What a phase that fills cells works on: one document or window of it, as far as the phases before it have come. */
export interface CellTask {
  readonly engine: Engine;
  readonly document: ParsedDocument;
  /** Of the whole result. */
  readonly schema: ObjectNode;
  readonly target: Target;
  readonly instructions: string | null;
  /** Independent readings to reconcile, 1-8. */
  readonly readings: number;
  readonly cells: readonly Cell[];
  /** 0-based position of the document's first page among all pages that are read: of a window, not 0. */
  readonly firstPosition: number;
}

export interface CellStep {
  readonly kind: 'cells';
  /** All cells that stand after it. */
  run(task: CellTask): Promise<readonly Cell[]>;
  /** Whether it looks at pages: of a long document it is then given window after window, else the first part and all cells. */
  readsPages(target: Target): boolean;
}

/** Every page is read, so that the phase after it finds it read; nothing is filled. */
export const READ: CellStep = { kind: 'cells', run: async () => [], readsPages: () => true };

/** What a phase that makes something works on: one document. */
export interface MakeTask {
  readonly options: ReadOptions;
  readonly filename: string;
  readonly mediaType: string;
  /** The document part by part, from the first; one at a time is held. A turn may end between two, and begins anew then. */
  parts(): AsyncIterable<ParsedDocument>;
  bytes(): Promise<Uint8Array>;
}

/** What it made. */
export interface Made {
  readonly product: Product;
  /** The file that the product speaks of; null: it speaks of none. */
  readonly file: Uint8Array | null;
}

export interface MakeStep {
  readonly kind: 'make';
  /** Wishes it can honour, whatever the engine can. */
  readonly honours: readonly (keyof Wishes)[];
  make(assignment: Assignment, task: MakeTask): Promise<Made>;
}

/** The phase that makes the product of one operation. */
export const making = <Name extends Operation>(
  operation: Name,
  honours: MakeStep['honours'],
  make: (assignment: AssignmentOf<Name>, task: MakeTask) => Promise<Made>,
): MakeStep => ({
  kind: 'make',
  honours,
  make(assignment, task) {
    if (!isOf(assignment, operation))
      throw new Error(`${operation} was given what is asked of ${assignment.operation}`);
    return make(assignment, task);
  },
});

const isOf = <Name extends Operation>(assignment: Assignment, operation: Name): assignment is AssignmentOf<Name> =>
  assignment.operation === operation;
