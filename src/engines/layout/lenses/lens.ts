import type { Segmentation } from './resegment';

/**
 * One way of looking at a document. Several readings of one document are worth something only where each looks another
 * way: at lines cut elsewhere, at the print without its tables, leaning on other kinds of evidence.
 */
export interface Lens {
  readonly segmentation: Segmentation;
  /** What a reading of this evidence source is worth, as a factor on its score; 0: nothing. */
  readonly worth: (source: string) => number;
}

/** Sources that go by words printed beside or above a value. */
const BY_LABEL: ReadonlySet<string> = new Set(['label', 'columns', 'table', 'tick']);
/** Sources that go by where something stands. */
const BY_PLACE: ReadonlySet<string> = new Set(['position', 'letterhead', 'address', 'section', 'title']);
/** Sources that go by what a value looks like or what is said around it. */
const BY_SHAPE: ReadonlySet<string> = new Set(['pattern', 'prose', 'sum', 'list']);

const even = (): number => 1;

const leaning =
  (factors: { readonly label: number; readonly place: number; readonly shape: number }) =>
  (source: string): number => {
    if (BY_LABEL.has(source)) return factors.label;
    if (BY_PLACE.has(source)) return factors.place;
    return BY_SHAPE.has(source) ? factors.shape : 1;
  };

/** The ordinary way first. As many as readings can be asked for. */
export const LENSES: readonly [Lens, ...Lens[]] = [
  { segmentation: 'as-read', worth: even },
  { segmentation: 'whole-rows', worth: even },
  { segmentation: 'as-read', worth: leaning({ label: 1, place: 0, shape: 0.6 }) },
  { segmentation: 'wide-gaps', worth: leaning({ label: 0.9, place: 1.1, shape: 1 }) },
  { segmentation: 'no-tables', worth: even },
  { segmentation: 'as-read', worth: leaning({ label: 0.8, place: 1, shape: 1.15 }) },
  { segmentation: 'narrow-gaps', worth: leaning({ label: 1, place: 0.9, shape: 0.8 }) },
  { segmentation: 'narrow-gaps', worth: leaning({ label: 0.85, place: 1.15, shape: 0.9 }) },
];

/** `reading`: 0-based, 0 the ordinary one. */
export const lensOf = (reading: number): Lens => LENSES[reading % LENSES.length] ?? LENSES[0];
