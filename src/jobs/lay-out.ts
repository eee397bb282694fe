import { assemble } from '../schema/assemble';
import type { Cell } from '../schema/cell';
import { closeGaps } from '../schema/close-gaps';
import { asEntry, entriesIn } from '../schema/entries';
import type { JsonObject } from '../schema/json';
import type { ObjectNode } from '../schema/schema-node';
import type { PhaseOutput } from './blob-port';
import type { Target } from './request';
import { entryNode, LIST_OF } from './target';

/** Cells and the values they make: a position in an array is the same in both. */
export interface LaidOut {
  readonly cells: readonly Cell[];
  readonly values: JsonObject;
}

/** What a phase left of one document, as its readers see it. Every page that was read has its entry, also an empty one. */
export function layOut(
  schema: ObjectNode,
  target: Target,
  { cells, pages }: Pick<PhaseOutput, 'cells' | 'pages'>,
): LaidOut {
  if (target !== 'page') {
    const closed = closeGaps(cells);
    return { cells: closed, values: assemble(schema, closed) };
  }
  const entries = entriesIn(cells, LIST_OF.page);
  const entry = entryNode(schema, 'page');
  const closed = Array.from({ length: pages }, (_, position) => closeGaps(entries.get(position) ?? []));
  return {
    cells: closed.flatMap((ofPage, position) => asEntry(ofPage, LIST_OF.page, position)),
    values: { [LIST_OF.page]: closed.map((ofPage) => assemble(entry, ofPage)) },
  };
}
