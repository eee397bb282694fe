import type { Engine } from '../engines/engine';
import type { Target } from '../jobs/request';
import type { ParsedDocument } from '../parsers/parsed-document';
import type { Cell } from '../schema/cell';
import type { ObjectNode } from '../schema/schema-node';

/** What a phase of any operation works on: one document, as far as the phases before it have come. */
export interface StepTask {
  readonly engine: Engine;
  readonly document: ParsedDocument;
  /** Of the whole result. */
  readonly schema: ObjectNode;
  readonly target: Target;
  readonly instructions: string | null;
  readonly cells: readonly Cell[];
}

/** One phase of one operation: all cells that stand after it. Does no I/O of its own. */
export type Step = (task: StepTask) => Promise<readonly Cell[]>;
