import { type ScalarShape, scalar } from '../../schema/proposed-field';
import type { Concept, ValueKind } from '../layout/lexicon/concept';
import { nameTokens } from '../layout/lexicon/tokens';
import { typeOfKind } from './known-fields';
import { knownLabel } from './known-label';
import { namesCode, namesCount } from './label-words';

const DATES = new Set('date day deadline birthday expiry expiration maturity'.split(' '));
const AMOUNTS = new Set(
  'amount total subtotal price cost sum fee tax vat balance salary rate percent percentage weight height width length discount interest revenue profit rent payable income value wage premium payment due area volume temperature duration quantity'.split(
    ' ',
  ),
);
const COUNTS = new Set('count quantity age year pages copies'.split(' '));

/** What the words of a name say about its values. */
export function shapeOfWords(label: string, catalogue: readonly Concept[]): ScalarShape {
  const words = nameTokens(label);
  const last = words.at(-1) ?? '';
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  if (/^(?:is|has|was|are|does|can)[\s_]/i.test(label)) return scalar('boolean');
  if (namesCount(label)) return scalar('integer');
  if (/date-time|timestamp/i.test(label)) return scalar('date-time');
  if (last === 'email') return scalar('string', 'email');
  if (last === 'url' || last === 'website') return scalar('string', 'uri');
  if (namesCode(label) || last === 'name' || last === 'address') return scalar('string');
  const kinds = new Set<ValueKind>(
    [scalar('date'), scalar('number')].flatMap((shape) => knownLabel(label, shape, catalogue)?.kind ?? []),
  );
  const [kind, ...more] = kinds;
  if (kind !== undefined && more.length === 0 && knownLabel(label, scalar('string'), catalogue) === null)
    return scalar(typeOfKind(kind));
  if (has(DATES)) return scalar('date');
  if (COUNTS.has(last)) return scalar('integer');
  return has(AMOUNTS) ? scalar('number') : scalar('string');
}
