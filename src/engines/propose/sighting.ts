import type { Box } from '../../parsers/parsed-document';
import type { JsonValue } from '../../schema/json';
import type { Shape } from '../../schema/proposed-field';
import type { Concept } from '../layout/lexicon/concept';

/** Something a document shows that could be asked for, before it has a name of its own. */
export interface Sighting {
  /** As printed or declared; null: none stands beside it. */
  readonly label: string | null;
  /** Labels it may be named after, the best first; one that is taken by another field makes room for the next. */
  readonly callings: readonly string[];
  readonly concept: Concept | null;
  readonly shape: Shape;
  /** What stands there, as printed; of a table nothing, its columns have their own. */
  readonly texts: readonly string[];
  /** What it says as a value; left out: only the text tells. */
  readonly value?: JsonValue;
  readonly page: number;
  readonly box: Box;
}
