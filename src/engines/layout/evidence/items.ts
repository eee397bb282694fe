import type { ArrayNode } from '../../../schema/schema-node';
import type { ArrayQuestion } from '../tables/array-question';
import type { ListName } from '../tables/captions';
import { type Items, tableItems } from '../tables/items';
import type { View } from '../view';
import { countedLines } from './counted-lines';
import { labelledItems } from './labelled-items';
import { legItems } from './legs';
import { pairedLines } from './paired-lines';
import { pricedLines } from './priced-lines';
import { sectionItems } from './section-items';

/** Where the items of an array come from, the most telling first: among equals it wins. A new way is a file and a line. */
const SOURCES: readonly ((question: ArrayQuestion, view: View, others: readonly ListName[]) => Items | null)[] = [
  tableItems,
  labelledItems,
  legItems,
  pricedLines,
  countedLines,
  sectionItems,
  pairedLines,
];

/** Items this sure are not looked for in other ways. */
const SURE = 0.7;

const kept = new WeakMap<View, WeakMap<ArrayNode, Items | null>>();

/** `others`: the other lists of the schema. The items that the best source finds; null where none does. The phases share it; made once. */
export function itemsOf(question: ArrayQuestion, view: View, others: readonly ListName[] = []): Items | null {
  const known = kept.get(view) ?? new WeakMap<ArrayNode, Items | null>();
  kept.set(view, known);
  const held = known.get(question.node);
  if (held !== undefined) return held;
  let best: Items | null = null;
  for (const source of SOURCES) {
    if (best !== null && best.score >= SURE) break;
    const found = source(question, view, others);
    if (found !== null && found.score > (best?.score ?? 0)) best = found;
  }
  known.set(question.node, best);
  return best;
}
