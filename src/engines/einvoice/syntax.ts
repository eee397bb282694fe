/** Where one syntax keeps one fact: the end of an element path, prefixes and positions left out. */
export interface FactRule {
  /** Id of the concept it states (see the layout engine's lexicon). */
  readonly concept: string;
  /** Element names joined by "/"; matches at the end of the path. The first rule that finds something wins. */
  readonly path: string;
  /** Only where this attribute of the element has this value. */
  readonly attribute?: readonly [name: string, value: string];
}

/** An XML syntax of invoices: how it is recognised and where it keeps its facts. */
export interface InvoiceSyntax {
  /** Local names of the root element. */
  readonly roots: readonly string[];
  readonly facts: readonly FactRule[];
  /** Element name of one invoice line, and its facts relative to it. */
  readonly lineElements: readonly string[];
  readonly lineFacts: readonly FactRule[];
}
