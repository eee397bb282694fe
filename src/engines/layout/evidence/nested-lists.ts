import type { Field } from '../../../parsers/parsed-document';
import type { Cell, FillPhase } from '../../../schema/cell';
import type { ArrayNode, SchemaNode } from '../../../schema/schema-node';
import { answersIn } from '../answer-text';
import { cellOf } from '../cells';
import { FIELD_CONCEPTS } from '../lexicon/catalogue';
import { type Question, questionOf } from '../question';
import { headingWeight } from '../tables/headings';
import type { Items } from '../tables/items';
import type { View } from '../view';

/** How well a declared name must fit. */
const NAMES = 0.6;
/** How sure a declared value is, short of its name. */
const DECLARED = 0.95;

interface NestedList {
  readonly path: readonly string[];
  readonly question: Question;
}

/** Evidence: lists of plain values inside the records of a data file, for the rows that were read from those records. */
export function nestedLists(
  path: readonly string[],
  node: ArrayNode,
  items: Items,
  view: View,
  phase: FillPhase,
): Cell[] {
  const lists = listsIn(node.items, []);
  if (lists.length === 0 || view.document.fields.length === 0) return [];
  const records = new Map(view.document.fields.map((field) => [field.locator, recordOf(field)]));
  const inside = byRecord(view.document.fields);
  return items.rows.flatMap((row, index) => {
    const record = row.map((one) => records.get(one.span.locator ?? '')).find((one) => one !== undefined && one !== '');
    const fields = record === undefined ? [] : (inside.get(record) ?? []);
    return lists.flatMap((list) => valuesOf(list, record ?? '', fields, [...path, index], view, phase));
  });
}

function listsIn(node: SchemaNode, path: readonly string[]): NestedList[] {
  if (node.kind === 'object') return [...node.properties].flatMap(([name, child]) => listsIn(child, [...path, name]));
  if (node.kind !== 'array' || node.items.kind !== 'scalar' || path.length === 0) return [];
  const leaf = { ...node.items, title: node.title, description: node.description };
  return [{ path, question: questionOf(path, leaf, path.slice(0, -1), FIELD_CONCEPTS) }];
}

/** The path of the innermost record a field is in, up to its position; "" where it is in none. */
function recordOf(field: Field): string {
  const at = field.path.findLastIndex((part) => /^\d+$/.test(part));
  return at < 0 ? '' : field.path.slice(0, at + 1).join('/');
}

/** The fields inside each record, also those inside lists of its own. */
function byRecord(fields: readonly Field[]): ReadonlyMap<string, readonly Field[]> {
  const inside = new Map<string, Field[]>();
  for (const field of fields) {
    for (const [place, part] of field.path.entries()) {
      if (!/^\d+$/.test(part) || place === field.path.length - 1) continue;
      const key = field.path.slice(0, place + 1).join('/');
      const held = inside.get(key);
      if (held === undefined) inside.set(key, [field]);
      else held.push(field);
    }
  }
  return inside;
}

function valuesOf(
  list: NestedList,
  record: string,
  fields: readonly Field[],
  row: readonly (string | number)[],
  view: View,
  phase: FillPhase,
): Cell[] {
  const depth = record.split('/').length;
  const named = fields.filter((field) => {
    const names = field.path.slice(depth).filter((part) => !/^\d+$/.test(part));
    const name = names.at(-1)?.replace(/^.*:/, '') ?? '';
    return names.length > 0 && headingWeight(list.question, name.replace(/[_-]/g, ' ')) >= NAMES;
  });
  return named.flatMap((field, index) => {
    const [answer] = answersIn(list.question, field.value, view.locale);
    if (answer === undefined) return [];
    const { page, box, value, locator } = field;
    const span = { page, box, text: value, locator, attachment: null };
    const reading = { question: list.question, value: answer.value, span, source: 'field', flags: answer.flags };
    return [cellOf({ ...reading, score: DECLARED * answer.fit }, [...row, ...list.path, index], phase)];
  });
}
