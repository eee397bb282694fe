/** Scores as metrics — pure. */
import type { Comparison, DocumentScore, Judgement } from '../../../jobs/scores/comparison';
import { tally } from '../../../jobs/scores/tally';
import type { DocumentMetrics, Metrics } from './run-wire';

/** A document that was compared. */
export interface Scored {
  readonly id: string;
  readonly filename: string;
  readonly score: DocumentScore;
}

export function toMetrics(scored: readonly Scored[]): Metrics {
  const all = tally(scored.map(({ score }) => score));
  return {
    overall_metrics: {
      accuracy: all.accuracy,
      similarity: all.similarity,
      total_error_rate: all.errors,
      true_positive_rate: all.truePositives,
      true_negative_rate: all.trueNegatives,
      false_positive_rate: all.falsePositives,
      false_negative_rate: all.falseNegatives,
      mismatched_value_rate: all.mismatches,
      accuracy_per_field: Object.fromEntries(all.accuracyByField),
      similarity_per_field: Object.fromEntries(all.similarityByField),
      total_documents: all.documents,
      total_fields_compared: all.compared,
    },
    document_metrics: scored.map(toDocumentMetrics),
  };
}

function toDocumentMetrics({ id, filename, score }: Scored): DocumentMetrics {
  const judged = (judgement: Judgement) =>
    score.comparisons.filter((one) => one.judgement === judgement).map(fromComparison);
  return {
    document_id: id,
    filename,
    true_positives: judged('true-positive'),
    true_negatives: judged('true-negative'),
    false_positives: judged('false-positive'),
    false_negatives: judged('false-negative'),
    mismatched_values: judged('mismatch'),
    field_similarities: Object.fromEntries(score.similarities),
    key_mappings: Object.fromEntries(score.places),
  };
}

const fromComparison = ({ key, expected, found, similarity }: Comparison) => ({
  key,
  expected_value: expected,
  extracted_value: found,
  similarity,
});
