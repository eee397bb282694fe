import type { JsonObject } from '../../schema/json';
import type { Category, Subdocument } from '../assignment';
import type { EpochMs } from '../job';
import type { Kept } from '../shelf';

/** What is done with a document, in full. */
export type Task =
  | {
      readonly operation: 'extract';
      /** A definition in any accepted form, as it was given; {}: none yet. */
      readonly definition: JsonObject;
    }
  | { readonly operation: 'split'; readonly subdocuments: readonly Subdocument[] }
  | { readonly operation: 'classify'; readonly categories: readonly Category[] };

/** Operations whose results can be compared with what was expected. */
export type Measured = Task['operation'];

/** How documents are read. */
export interface Reading {
  /** The model asked for, in the caller's spelling; null: the service's own choice. */
  readonly model: string | null;
  /** Dots per inch of page images; null: as the engine likes. */
  readonly dpi: number | null;
  /** Independent readings to reconcile, 1-8. */
  readonly readings: number;
}

export const USUAL_READING: Reading = { model: null, dpi: null, readings: 1 };

/** A task and how it is done. */
export interface Setup {
  readonly task: Task;
  readonly reading: Reading;
}

/** A way of working on documents, stored to be used and to be made better. */
export interface ProjectRecord extends Kept {
  readonly operation: Measured;
  readonly name: string;
  /** Being worked on. */
  readonly draft: Setup;
  /** In use. Follows the draft until the first publication. */
  readonly published: Setup;
  readonly isPublished: boolean;
  /** Id of the iteration that was published; null: the draft was. */
  readonly publishedFrom: string | null;
}

/** Names a project; every access to what is in one says which it is. */
export type ProjectRef = Pick<ProjectRecord, 'id' | 'operation'>;

/** Documents with what is expected of them, to measure a project with. */
export interface DatasetRecord extends Kept {
  readonly projectId: string;
  readonly operation: Measured;
  readonly name: string;
  /** What iterations begin with: the project's draft as it was, unless it was said. */
  readonly base: Setup;
}

/** A document of a dataset. */
export interface DatasetDocumentRecord extends Kept {
  readonly projectId: string;
  readonly datasetId: string;
  readonly operation: Measured;
  readonly documentId: string;
  readonly filename: string;
  readonly mediaType: string;
  /** What is expected of it, as its dialect says it; {}: nothing was said. */
  readonly truth: JsonObject;
  /** What the dialect that made it wants back; nobody else looks inside. */
  readonly remarks: JsonObject;
}

/** What an iteration says differently from its dataset. */
export interface Overrides {
  /** Descriptions by what they describe: a dotted field, a subdocument, a category. */
  readonly descriptions: Readonly<Record<string, string>>;
  /** Words for a model that thinks aloud, by dotted field. */
  readonly prompts: Readonly<Record<string, string>>;
  /** Partition keys by subdocument. */
  readonly partitionKeys: Readonly<Record<string, string | null>>;
}

export const NO_OVERRIDES: Overrides = { descriptions: {}, prompts: {}, partitionKeys: {} };

/** One way of doing the task of a dataset. */
export interface Variant {
  readonly reading: Reading;
  readonly overrides: Overrides;
}

/** A variant that is run over a dataset. */
export interface IterationRecord extends Kept {
  readonly projectId: string;
  readonly datasetId: string;
  readonly operation: Measured;
  /** The iteration that it goes on from; null: none. */
  readonly parentId: string | null;
  /** What counts once it is final. */
  readonly settled: Variant;
  /** What counts until then; changes of it afterwards count when it is made final again. */
  readonly draft: Variant & { readonly updatedAt: EpochMs };
  /** null: it is not final. */
  readonly finalizedAt: EpochMs | null;
}

/** What counts of an iteration now. */
export const variantOf = ({ finalizedAt, settled, draft }: IterationRecord): Variant =>
  finalizedAt === null ? { reading: draft.reading, overrides: draft.overrides } : settled;

/** What a document of a dataset gave in an iteration. */
export interface PredictionRecord extends Kept {
  readonly projectId: string;
  readonly datasetId: string;
  readonly iterationId: string;
  readonly operation: Measured;
  readonly datasetDocumentId: string;
  readonly documentId: string;
  readonly filename: string;
  readonly mediaType: string;
  /** What came of it, as its dialect says it; {}: nothing yet. */
  readonly values: JsonObject;
  /** The job that makes them, until it has; null: none does. */
  readonly jobId: string | null;
  /** What the dialect that made it wants back; nobody else looks inside. */
  readonly remarks: JsonObject;
}
