import type { ProposedField } from '../schema/proposed-field';
import type { FormField } from './assignment';
import type { Operation } from './job';

/** What an operation other than extraction makes of a document. */
export type Product = ParseProduct | SplitProduct | ClassifyProduct | SchemaProduct | FormProduct;

/** The product of one operation. */
export type ProductOf<Name extends Operation> = Extract<Product, { operation: Name }>;

/** The text of each page that was read, in order, as Markdown in reading order. */
export interface ParseProduct {
  readonly operation: 'parse';
  readonly pages: readonly string[];
}

/** Which pages of a bundle are of one kind. */
export interface Split {
  readonly name: string;
  /** 1-based, ascending; []: there is none of them. */
  readonly pages: readonly number[];
  /** How far several readings agree, 0-1; null: there was one. */
  readonly likelihood: number | null;
  /** What each reading said; []: there was one. */
  readonly votes: readonly { readonly pages: readonly number[] }[];
  /** The documents of this kind one by one, where a partition key was given. */
  readonly partitions: readonly Partition[];
}

/** One document of a bundle. */
export interface Partition {
  /** Value of the partition key, as printed; '': none is. */
  readonly key: string;
  readonly pages: readonly number[];
  /** Where it begins on its first page and ends on its last, as shares of the page's height. */
  readonly firstPageStart: number;
  readonly lastPageEnd: number;
}

export interface SplitProduct {
  readonly operation: 'split';
  readonly splits: readonly Split[];
}

/** What kind a document is, and by what one sees it. */
export interface Verdict {
  /** Name of a category. */
  readonly category: string;
  /** For a person; quotes what was seen. */
  readonly reasoning: string;
}

export interface ClassifyProduct extends Verdict {
  readonly operation: 'classify';
  /** How far several readings agree, 0-1; null: there was one. */
  readonly likelihood: number | null;
  /** What each reading said; []: there was one. */
  readonly votes: readonly Verdict[];
}

/** What one document is worth asking for; `proposalOf` in `propose-schema.ts` makes one schema of those of several. */
export interface SchemaProduct {
  readonly operation: 'generate-schema';
  readonly fields: readonly ProposedField[];
}

/** The fields of a form, and the form with them shown or filled in, stored beside the output. */
export type FormProduct = FormProductOf<'generate-template'> | FormProductOf<'fill-form'>;

interface FormProductOf<Name extends Operation> {
  readonly operation: Name;
  readonly fields: readonly FormField[];
  readonly file: ProducedFile;
}

/** A file that a job made of a document. */
export interface ProducedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}
