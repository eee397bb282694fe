import type { CellFlag } from '../../schema/cell';
import type { JsonValue } from '../../schema/json';
import type { Question } from './question';
import type { Span } from './span';

/** A possible answer: what one evidence source thinks one place says about one question. */
export interface Reading {
  readonly question: Question;
  readonly value: JsonValue;
  readonly span: Span;
  /** 0-1; comparable over all sources. */
  readonly score: number;
  /** The evidence source, as cells name it. */
  readonly source: string;
  readonly flags: readonly CellFlag[];
}
