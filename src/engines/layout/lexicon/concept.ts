/** What kind of text answers a concept; decides how a candidate text is cut and which patterns find it. */
export type ValueKind =
  | 'identifier'
  | 'name'
  | 'text'
  | 'date'
  | 'amount'
  | 'quantity'
  | 'percent'
  | 'currency'
  | 'iban'
  | 'bic'
  | 'vat-id'
  | 'isin'
  | 'duration'
  | 'time'
  | 'email'
  | 'phone'
  | 'url';

/** One thing that documents state and people ask for. Pure data: the catalogue is all the engine knows of a field of work. */
export interface Concept {
  readonly id: string;
  readonly kind: ValueKind;
  /** How schemas call it, in English; also tried as a printed label. Phrases separated by "|". */
  readonly asked: string;
  /** How documents label it, in their languages. Phrases separated by "|". */
  readonly printed: string;
  /** Labels that often mean it but may mean something else; they count less. */
  readonly weak?: string;
  /** Of several values after one label: a period's end is the last. */
  readonly takes?: 'last';
  /** Whose it is, where a document has two parties. */
  readonly party?: 'seller' | 'buyer' | 'ship-to';
  /** Concepts that may be answered by the very same print (an amount due that is the total). */
  readonly shares?: readonly string[];
}
