import type { JsonValue } from '../../schema/json';
import type { ScalarShape } from '../../schema/proposed-field';
import { showsBoxes } from '../layout/tick-groups';
import type { Locale } from '../values/locale';
import { readValue } from '../values/scalar';
import { leafOf } from './leaf';

/** Characters of an example; what is longer is no value to learn from. */
const LONGEST = 200;

/** What a printed text is as a value of this shape; null where it is none. */
export function exampleOf(text: string, shape: ScalarShape, locale: Locale): JsonValue | null {
  if (text.length > LONGEST || (shape.type === 'string' && showsBoxes(text))) return null;
  const leaf = { ...leafOf('', shape.type), choices: shape.choices ?? null };
  return readValue(leaf, text, locale)?.value ?? null;
}
