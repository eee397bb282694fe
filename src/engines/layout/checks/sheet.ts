import type { Cell } from '../../../schema/cell';
import type { ObjectNode } from '../../../schema/schema-node';
import { fields } from '../../../schema/walk';
import { questionsOf } from '../question';
import { arrayQuestion } from '../tables/array-question';

/** The cells of a document by what they mean, so that checks speak of totals and dates and not of a caller's names. */
export interface Sheet {
  readonly cells: readonly Cell[];
  /** The cell of a single field by its concept; undefined where the schema or the document has none. */
  single(concept: string): Cell | undefined;
  /** The rows of arrays, each by the concepts of its columns. */
  readonly rows: readonly ReadonlyMap<string, Cell>[];
}

/** What a check found out about one cell. */
export interface Verdict {
  readonly cell: Cell;
  /** Above 1 is support, below 1 is doubt: the confidence moves by so much of its room. */
  readonly weight: number;
  /** What a reader should know; null where the check speaks for the value. */
  readonly flag: { readonly code: string; readonly message: string } | null;
}

/** A rule between cells. Pure. */
export type Check = (sheet: Sheet) => readonly Verdict[];

export function sheetOf(schema: ObjectNode, cells: readonly Cell[]): Sheet {
  const byPath = new Map(cells.map((cell) => [JSON.stringify(cell.path), cell]));
  const singles = new Map<string, Cell>();
  for (const question of questionsOf(schema)) {
    const cell = byPath.get(JSON.stringify(question.path));
    if (question.concept !== null && cell !== undefined && !singles.has(question.concept.id))
      singles.set(question.concept.id, cell);
  }
  return { cells, single: (concept) => singles.get(concept), rows: rowsOf(schema, cells) };
}

function rowsOf(schema: ObjectNode, cells: readonly Cell[]): ReadonlyMap<string, Cell>[] {
  return fields(schema).flatMap(({ path, node }) => {
    if (node.kind !== 'array' || node.items.kind === 'scalar') return [];
    const meaning = new Map(
      arrayQuestion(path, node).properties.map((one) => [JSON.stringify(one.path), one.concept?.id]),
    );
    const rows = new Map<string | number, Map<string, Cell>>();
    for (const cell of cells) {
      const index = cell.path[path.length];
      if (typeof index !== 'number' || !path.every((name, place) => cell.path[place] === name)) continue;
      const concept = meaning.get(JSON.stringify(cell.path.slice(path.length + 1)));
      if (concept === undefined) continue;
      const row = rows.get(index) ?? new Map<string, Cell>();
      rows.set(index, row.set(concept, cell));
    }
    return [...rows.values()];
  });
}
