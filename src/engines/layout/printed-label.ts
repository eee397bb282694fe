import type { Question } from './question';
import type { ViewLine } from './view';

/** A printed label: a piece of a line that names something. */
export interface PrintedLabel {
  readonly line: ViewLine;
  readonly start: number;
  readonly end: number;
  /** What of the asked questions it may name, with the weight 0-1 of the wording. */
  readonly answers: readonly { readonly question: Question; readonly weight: number }[];
  /** True when a colon follows. */
  readonly colon: boolean;
  /** 0-1: how much of the words around it the label accounts for. */
  readonly coverage: number;
}
