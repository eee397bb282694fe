import { AGREEMENT_KINDS } from './agreements';
import { EVERYDAY_KINDS } from './everyday';
import type { Kind } from './kind';
import { MONEY_KINDS } from './money';
import { PEOPLE_KINDS } from './people';
import { TRADE_KINDS } from './trade';

/** Every kind of document known by name. A new one is an entry in one of these lists. */
export const KINDS: readonly Kind[] = [
  ...TRADE_KINDS,
  ...MONEY_KINDS,
  ...AGREEMENT_KINDS,
  ...PEOPLE_KINDS,
  ...EVERYDAY_KINDS,
];

/** The kinds that each kind is the more general one of. */
export const SORTS: ReadonlyMap<string, readonly string[]> = sortsOfKinds();

function sortsOfKinds(): Map<string, readonly string[]> {
  const sorts = new Map<string, readonly string[]>();
  for (const { id, of } of KINDS) if (of !== undefined) sorts.set(of, [...(sorts.get(of) ?? []), id]);
  return sorts;
}

/** The kind that each kind is a sort of. */
export const SORT_OF: ReadonlyMap<string, string> = new Map(
  KINDS.flatMap(({ id, of }) => (of === undefined ? [] : [[id, of] as const])),
);
