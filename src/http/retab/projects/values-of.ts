/** What a document gave, in the words of this dialect — pure. */
import type { DocumentResult } from '../../../jobs/get-result';
import type { JsonObject } from '../../../schema/json';
import { toDecision } from '../classify-endpoint';
import { fromSplit } from '../split-endpoint';

/** {}: nothing, it did not come through. */
export function valuesOf({ product, values, extraction }: DocumentResult): JsonObject {
  if (extraction.outcome !== 'completed') return {};
  switch (product?.operation) {
    case 'split':
      return { splits: product.splits.map(fromSplit) };
    case 'classify':
      return toDecision(product);
    default:
      return values;
  }
}
