/** What a run gave: the answer of its operation, and beside it, where a dataset was run, how right that was. */
import type { DocumentResult, JobResult } from '../../../jobs/get-result';
import type { Measured } from '../../../jobs/projects/project';
import type { JsonObject } from '../../../schema/json';
import { askedIn } from '../asked';
import { classifyEndpoint } from '../classify-endpoint';
import type { Answer, Owner } from '../endpoint';
import type { Extracted } from '../extract-wire';
import { fromResult } from '../from-result';
import { likelihoodsOf } from '../likelihoods';
import type { Prediction } from './dataset-wire';
import { type Expected, expectedIn } from './expected';
import { toMetrics } from './from-scores';
import type { RunDocument, RunOfDataset } from './run-wire';
import { hasTruth, scoreOf } from './truth';
import { valuesOf } from './values-of';

/** As the operation answers, with what was expected of a dataset's documents beside it. */
export async function answerRun(owner: Owner, operation: Measured, result: JobResult): Promise<Answer> {
  const answer = operation === 'classify' ? await classifyEndpoint.answer(owner, result) : completed(result);
  const expected = expectedIn(askedIn(result.request.asked));
  return expected === null ? answer : { ...answer, ...compared(operation, expected, result) };
}

/** A chat completion, whatever was done: its values are what was found. */
function completed({ job, request, rows }: JobResult): Extracted {
  const shown = rows.map((row) => ({ ...row, values: valuesOf(row) }));
  const completion = fromResult({ request, createdAt: job.createdAt, rows: shown });
  const [first] = rows;
  return first === undefined ? completion : { ...completion, likelihoods: likelihoodsIn(first) };
}

/** Of fields, or of the kinds of documents in a bundle. */
export function likelihoodsIn(row: DocumentResult): JsonObject {
  const { product } = row;
  if (product?.operation === 'split')
    return Object.fromEntries(product.splits.map(({ name, likelihood }) => [name, likelihood]));
  return product?.operation === 'classify' ? { classification: product.likelihood } : likelihoodsOf(row);
}

/** One document may stand in a dataset several times; it is read once. */
function compared(operation: Measured, expected: readonly Expected[], { rows }: JobResult): RunOfDataset {
  const byDocument = new Map(rows.map((row) => [row.extraction.documentId, row]));
  const documents = expected.map((one) => toDocument(one, byDocument.get(one.documentId)));
  const scored = expected.flatMap(({ id, filename, documentId, truth }) => {
    const row = byDocument.get(documentId);
    const found = row === undefined ? {} : valuesOf(row);
    return hasTruth(truth) ? [{ id, filename, score: scoreOf(operation, truth, found) }] : [];
  });
  return { documents, metrics: toMetrics(scored) };
}

function toDocument(
  { id, documentId, filename, mediaType, truth }: Expected,
  row: DocumentResult | undefined,
): RunDocument {
  return {
    dataset_document_id: id,
    mime_data: { id: documentId, filename, mime_type: mediaType },
    prediction_data: row === undefined ? NOTHING : toPrediction(row),
    ground_truth: truth,
    error: row?.extraction.problem?.message ?? null,
  };
}

const NOTHING: Prediction = { prediction: {}, metadata: null, updated_at: null };

export const toPrediction = (row: DocumentResult) => ({
  prediction: valuesOf(row),
  metadata: { extraction_id: row.extraction.id, likelihoods: likelihoodsIn(row) },
  updated_at: row.extraction.endedAt === null ? null : new Date(row.extraction.endedAt).toISOString(),
});
