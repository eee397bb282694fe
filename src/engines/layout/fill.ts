import type { Cell, FillPhase } from '../../schema/cell';
import type { ArrayNode, SchemaNode } from '../../schema/schema-node';
import { fields } from '../../schema/walk';
import { einvoiceCells } from '../einvoice/einvoice-cells';
import type { FillTask } from '../engine';
import { cellOf, cellsOfItems } from './cells';
import { chooseReadings } from './choose';
import { itemsOf } from './evidence/items';
import { listReadings } from './evidence/lists';
import { nestedLists } from './evidence/nested-lists';
import { gather } from './gather';
import type { Question } from './question';
import type { Reading } from './reading';
import { arrayQuestion } from './tables/array-question';
import { viewOf } from './view';

/** What a pass asks of a reading before it believes it. */
export interface Pass {
  readonly phase: FillPhase;
  /** 0-1. */
  readonly leastScore: number;
  readonly leastTableScore: number;
  /** What a reading of an evidence source is worth, as a factor on its score. */
  readonly worth: (source: string) => number;
}

/** A structured invoice first: nothing that is only printed is surer. Then what is still empty. */
export function fillOutright(task: FillTask, pass: Pass): readonly Cell[] {
  const standing = new Set(task.cells.map((cell) => columnKey(cell.path)));
  const stated = einvoiceCells(task.schema, viewOf(task.document), pass.phase).filter(
    (cell) => !standing.has(columnKey(cell.path)),
  );
  return fillOpen({ ...task, cells: [...task.cells, ...stated] }, pass);
}

/** Fills what is still empty, as far as the pass's thresholds allow; what stands is kept. */
export function fillOpen(task: FillTask, pass: Pass): readonly Cell[] {
  const view = viewOf(task.document);
  const { questions, readings } = gather(view, task.schema);
  const standing = new Set(task.cells.map((cell) => columnKey(cell.path)));
  const taken = questions.flatMap((question) => asReadings(question, task.cells));
  const chosen = chooseReadings(
    readings
      .filter((reading) => !standing.has(columnKey(reading.question.path)))
      .map((reading) => ({ ...reading, score: Math.min(1, reading.score * pass.worth(reading.source)) })),
    pass.leastScore,
    taken,
  ).filter((reading) => reading.question.path.length > 0);
  const singles = chosen.map((reading) => cellOf(reading, reading.question.path, pass.phase));
  const arrays = fields(task.schema).flatMap((field) =>
    field.node.kind === 'array' && !standing.has(columnKey(field.path))
      ? fillArray(task, field.path, field.node, pass)
      : [],
  );
  return [...task.cells, ...singles, ...arrays];
}

function fillArray(task: FillTask, path: readonly string[], node: ArrayNode, pass: Pass): Cell[] {
  const view = viewOf(task.document);
  if (node.items.kind === 'scalar') {
    return listReadings(path, node, view)
      .filter((reading) => reading.score >= pass.leastScore)
      .map((reading, index) => cellOf(reading, [...path, index], pass.phase));
  }
  const question = arrayQuestion(path, node);
  const others = fields(task.schema).filter((field) => field.node !== node && isListOfRecords(field.node));
  const items = itemsOf(question, view, others);
  if (items === null || items.score < pass.leastTableScore) return [];
  return [...cellsOfItems(items, path, pass.phase), ...nestedLists(path, node, items, view, pass.phase)];
}

function isListOfRecords(node: SchemaNode): boolean {
  return node.kind === 'array' && node.items.kind !== 'scalar';
}

/** Cells of earlier phases, so that their print is not given to another question. */
function asReadings(question: Question, cells: readonly Cell[]): Reading[] {
  const cell = cells.find((one) => columnKey(one.path) === columnKey(question.path));
  if (cell === undefined) return [];
  return [
    {
      question,
      value: cell.value,
      span: cell.citations[0],
      score: cell.confidence,
      source: cell.source,
      flags: cell.flags,
    },
  ];
}

function columnKey(path: readonly (string | number)[]): string {
  const end = path.findIndex((part) => typeof part === 'number');
  return JSON.stringify(end < 0 ? path : path.slice(0, end));
}
