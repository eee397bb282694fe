/** How a document is made, whatever it says. */
export type Shape =
  | 'mail'
  | 'sheet'
  | 'web'
  | 'slides'
  | 'grid'
  | 'prose'
  | 'blanks'
  | 'labels'
  | 'slip'
  | 'structured-invoice';

/** A kind of document that people know by a name. Pure data, folded, phrases separated by "|", in the languages it is met in. */
export interface Kind {
  readonly id: string;
  /** The kind it is a sort of: who asks for that one and not for this one means this one too. */
  readonly of?: string;
  /** What it is called: in its heading, and by those who ask for it. */
  readonly names: string;
  /** Further words of those who ask for it that head no document. */
  readonly asked?: string;
  /** Labels and turns of phrase that hardly any other kind has. */
  readonly proofs: string;
  /** Those that it usually has and others may have too. */
  readonly usual: string;
  /** It says in what format a document is, not what it is about. */
  readonly isFormat?: true;
  /** How it is usually made. */
  readonly shapes?: readonly Shape[];
}
