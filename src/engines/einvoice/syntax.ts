/** Where one syntax keeps one fact: the end of an element path, prefixes and positions left out. */
export interface FactRule {
  /** Id of the concept it states (see the layout engine's lexicon). */
  readonly concept: string;
  /** Element names joined by "/"; matches at the end of the path. The first rule that finds something wins. */
  readonly path: string;
  /** Only where this attribute of the element has this value. */
  readonly attribute?: readonly [name: string, value: string];
}

/** A list inside an invoice: its lines, its taxes, its allowances and charges. */
export interface ListRule {
  /** What the concepts of its rows begin with. */
  readonly rows: 'item' | 'tax-row' | 'charge';
  /** Names of the element that is one row. */
  readonly elements: readonly string[];
  readonly facts: readonly FactRule[];
}

/** An address, of whose parts the first element found is taken each. */
export interface AddressRule {
  readonly concept: string;
  /** Element path that all parts are under. */
  readonly path: string;
  readonly streets: readonly string[];
  readonly zip: string;
  readonly city: string;
  readonly country: string;
}

/** An XML syntax of invoices: how it is recognised and where it keeps its facts. */
export interface InvoiceSyntax {
  /** Local names of the root element. */
  readonly roots: readonly string[];
  readonly facts: readonly FactRule[];
  /** Lines first: what stands inside a line is none of the invoice's own taxes and charges. */
  readonly lists: readonly ListRule[];
  readonly addresses: readonly AddressRule[];
}
