/** What is expected of a document, and what it gave, in the words of this dialect — pure. */
import { JobError } from '../../../jobs/errors';
import type { Measured } from '../../../jobs/projects/project';
import { comparePages, type PagesOf } from '../../../jobs/scores/compare-pages';
import { compareValues } from '../../../jobs/scores/compare-values';
import type { DocumentScore } from '../../../jobs/scores/comparison';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../../schema/json';

/** Whether anything is expected at all. */
export const hasTruth = (truth: JsonObject): boolean => Object.keys(truth).length > 0;

/** Throws `invalid-request` for a truth that says nothing about what such a project does. */
export function acceptTruth(operation: Measured, truth: JsonObject): JsonObject {
  if (!hasTruth(truth)) return truth;
  if (operation === 'split' && pagesIn(truth) === null)
    throw refusal('splits', 'must be a list of objects with a name and pages, 1 and up');
  if (operation === 'classify' && kindIn(truth) === null)
    throw refusal('classification', 'must be the name of a category');
  return truth;
}

/** What a document gave beside what was expected of it. */
export function scoreOf(operation: Measured, truth: JsonObject, found: JsonObject): DocumentScore {
  switch (operation) {
    case 'extract':
      return compareValues(truth, found);
    case 'split':
      return comparePages(pagesIn(truth) ?? [], pagesIn(found) ?? []);
    case 'classify':
      return compareValues({ classification: kindIn(truth) }, { classification: kindIn(found) });
  }
}

/** null: it is none. */
function pagesIn({ splits }: JsonObject): readonly PagesOf[] | null {
  if (!isJsonArray(splits)) return null;
  const kinds = splits.map((split): PagesOf | null => {
    if (!isJsonObject(split)) return null;
    const { name, pages } = split;
    return typeof name === 'string' && isJsonArray(pages) && pages.every(isPage) ? { name, pages } : null;
  });
  return kinds.every((kind) => kind !== null) ? kinds : null;
}

const isPage = (value: JsonValue): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0;

const kindIn = ({ classification }: JsonObject): string | null =>
  typeof classification === 'string' ? classification : null;

const refusal = (name: string, problem: string): JobError => {
  const field = `prediction_data.prediction.${name}`;
  return new JobError('invalid-request', `${field}: ${problem}`, { field });
};
