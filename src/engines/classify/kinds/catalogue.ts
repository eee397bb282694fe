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
