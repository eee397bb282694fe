import type { Operation } from './job';

/** How tables are written into the text of a page. */
export type TableFormat = 'markdown' | 'html' | 'yaml' | 'json';

/** One kind of document that a bundle may hold. */
export interface Subdocument {
  readonly name: string;
  readonly description: string;
  /** What tells one of these from the next ("invoice number"), where there are several; null: they are one. */
  readonly partitionKey: string | null;
}

/** One kind that a document may be of. */
export interface Category {
  readonly name: string;
  readonly description: string;
}

/** A place on a page to be filled in. */
export interface FormField {
  /** Names it within its form. */
  readonly key: string;
  /** For a person: what belongs there. */
  readonly description: string;
  readonly type: 'text' | 'checkbox';
  readonly place: FormPlace;
  /** As it stands; null: nothing does. A checkbox is "true" or "false". */
  readonly value: string | null;
}

/** A box as shares of its page, 0-1, from the top left. */
export interface FormPlace {
  /** 1-based. */
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What an operation is asked to do; how it is to read the documents is said in `ReadOptions`. */
export type Assignment =
  | { readonly operation: 'extract' }
  | { readonly operation: 'parse'; readonly tables: TableFormat }
  | { readonly operation: 'split'; readonly subdocuments: readonly Subdocument[] }
  | { readonly operation: 'classify'; readonly categories: readonly Category[] }
  | { readonly operation: 'generate-schema' }
  | { readonly operation: 'generate-template' }
  | {
      readonly operation: 'fill-form';
      /** Of what is written: "#rrggbb". */
      readonly colour: string;
      /** The fields of a template; null: those that are found in the document. */
      readonly fields: readonly FormField[] | null;
    };

/** The assignment of one operation. */
export type AssignmentOf<Name extends Operation> = Extract<Assignment, { operation: Name }>;
