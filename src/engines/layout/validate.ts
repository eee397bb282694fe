import type { Cell } from '../../schema/cell';
import { checkValue } from '../../schema/check';
import type { ObjectNode, SchemaNode } from '../../schema/schema-node';
import { ibanChecks } from './checks/check-numbers';
import { dayOrder } from './checks/order';
import { percentOfBase, runningBalance } from './checks/running';
import { type Check, sheetOf } from './checks/sheet';
import { itemsTotal, netTaxGross, rowProducts } from './checks/sums';
import { taxIdDigits } from './checks/tax-id-digits';

/** Every rule between cells; a new one is a file and a line. */
const CHECKS: readonly Check[] = [
  netTaxGross,
  itemsTotal,
  rowProducts,
  percentOfBase,
  runningBalance,
  dayOrder,
  ibanChecks,
  taxIdDigits,
];

/** No check makes a value certain. */
const HIGHEST = 0.99;

/** Drops what the schema refuses, then lets each rule raise or lower confidence and set flags. Cells keep their order. */
export function validateCells(schema: ObjectNode, cells: readonly Cell[]): readonly Cell[] {
  const fitting = cells.filter((cell) => fits(schema, cell));
  const sheet = sheetOf(schema, fitting);
  const judged = new Map(fitting.map((cell) => [cell, cell]));
  for (const verdict of CHECKS.flatMap((check) => check(sheet))) {
    const now = judged.get(verdict.cell) ?? verdict.cell;
    const flags =
      verdict.flag === null || now.flags.some((flag) => flag.code === verdict.flag?.code)
        ? now.flags
        : [...now.flags, verdict.flag];
    judged.set(verdict.cell, { ...now, confidence: moved(now.confidence, verdict.weight), flags });
  }
  return [...judged.values()];
}

function moved(confidence: number, weight: number): number {
  const next = weight > 1 ? 1 - (1 - confidence) / weight : confidence * weight;
  return Math.round(Math.min(Math.max(confidence, HIGHEST), next) * 1000) / 1000;
}

function fits(schema: ObjectNode, cell: Cell): boolean {
  const node = nodeAt(schema, cell.path);
  return node?.kind === 'scalar' && checkValue(node, cell.value) === null;
}

function nodeAt(schema: ObjectNode, path: Cell['path']): SchemaNode | undefined {
  let node: SchemaNode | undefined = schema;
  for (const part of path) {
    if (typeof part === 'number') node = node?.kind === 'array' ? node.items : undefined;
    else node = node?.kind === 'object' ? node.properties.get(part) : undefined;
  }
  return node;
}
