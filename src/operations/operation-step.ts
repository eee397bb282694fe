import type { Engine } from '../engines/engine';
import type { Target } from '../jobs/request';
import type { ParsedDocument } from '../parsers/parsed-document';
import type { Cell } from '../schema/cell';
import type { ObjectNode } from '../schema/schema-node';

/** What a phase of any operation works on: one document or window of it, as far as the phases before it have come. */
export interface StepTask {
  readonly engine: Engine;
  readonly document: ParsedDocument;
  /** Of the whole result. */
  readonly schema: ObjectNode;
  readonly target: Target;
  readonly instructions: string | null;
  readonly cells: readonly Cell[];
  /** 0-based position of the document's first page among all pages that are read: of a window, not 0. */
  readonly firstPosition: number;
}

/** One phase of one operation. Does no I/O of its own. */
export interface Step {
  /** All cells that stand after it. */
  run(task: StepTask): Promise<readonly Cell[]>;
  /** Whether it looks at pages: of a long document it is then given window after window, else the first part and all cells. */
  readsPages(target: Target): boolean;
}
