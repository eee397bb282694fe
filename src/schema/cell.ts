import type { JsonValue } from './json';

/** The step of the pipeline that filled or last changed a cell. */
export type FillPhase = 'resolve' | 'execute' | 'validate' | 'reread';

/** Where in a document a value was read. The box is in points from the top left of the page, y downwards. */
export interface Citation {
  /** 1-based. */
  readonly page: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The source text as printed. */
  readonly text: string;
  /** Where it stands in its own format ("Sheet1!B7", "/items/0/price"); null when only the box tells. */
  readonly locator: string | null;
  /** The file inside the document that holds it (a Factur-X XML); null for the document itself. */
  readonly attachment: string | null;
}

/** Something a reader of the grid should look at. */
export interface CellFlag {
  /** Kebab-case: `sum-mismatch`, `not-in-enum`, `ambiguous-date`, `low-confidence` ... */
  readonly code: string;
  readonly message: string;
}

/**
 * One filled value of one document. There is no empty cell: a value without evidence does not exist, which the
 * non-empty list of citations holds.
 */
export interface Cell {
  /** Property names and 0-based array positions from the root: ["items", 0, "price"]. */
  readonly path: readonly (string | number)[];
  /** Canonical: a scalar of the schema's type; dates as ISO 8601. */
  readonly value: JsonValue;
  /** 0-1. */
  readonly confidence: number;
  readonly citations: readonly [Citation, ...Citation[]];
  readonly filledBy: FillPhase;
  /** Which evidence source found it: `e-invoice`, `field`, `label`, `table`, `pattern`, `model` ... */
  readonly source: string;
  readonly flags: readonly CellFlag[];
  /** Share of several readings that gave this value, 0-1; left out: there was one. */
  readonly agreement?: number;
}
