/** What was expected of the documents of a dataset when its job was made, kept with the job — pure. */
import type { DatasetDocumentRecord } from '../../../jobs/projects/project';
import type { JsonObject } from '../../../schema/json';
import type { Asked } from '../asked';

export interface Expected {
  /** Of the document in its dataset. */
  readonly id: string;
  readonly documentId: string;
  readonly filename: string;
  readonly mediaType: string;
  readonly truth: JsonObject;
}

export const toBeside = (documents: readonly DatasetDocumentRecord[]): JsonObject => ({
  expected: documents.map(({ id, documentId, filename, mediaType, truth }) => {
    return { id, documentId, filename, mediaType, truth };
  }),
});

/** null: no dataset was run. Only what `toBeside` wrote stands there. */
export const expectedIn = (asked: Asked | null): readonly Expected[] | null =>
  (asked?.beside?.expected as readonly Expected[] | undefined) ?? null;
