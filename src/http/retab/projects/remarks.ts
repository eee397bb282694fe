/** What this dialect keeps beside a document of a dataset and beside what it gave, in its own words. */
import type { Measured } from '../../../jobs/projects/project';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../schema/json';
import type { DatasetDocument, Prediction, PredictionBody, RemarksBody } from './dataset-wire';

/** What is said, and nothing of what is not. */
export function toRemarks({
  prediction_data,
  ...remarks
}: RemarksBody & { prediction_data?: PredictionBody | null | undefined }): JsonObject {
  const said = Object.entries(remarks).flatMap(([name, value]): [string, JsonValue][] =>
    value === undefined ? [] : [[name, value]],
  );
  if (!prediction_data) return Object.fromEntries(said);
  const { metadata, updated_at } = prediction_data;
  return { ...Object.fromEntries(said), metadata: metadata ?? null, predicted_at: updated_at ?? null };
}

export function fromPrediction(prediction: JsonObject, remarks: JsonObject): Prediction {
  const { metadata, predicted_at } = remarks;
  return {
    prediction,
    metadata: isJsonObject(metadata) ? metadata : null,
    updated_at: typeof predicted_at === 'string' ? predicted_at : null,
  };
}

type Ids = Pick<DatasetDocument, 'extraction_id' | 'split_id' | 'classification_id'>;

/** Under which ids the results of this kind are known. */
export function idsIn(operation: Measured, remarks: JsonObject): Ids {
  const extraction_id = textIn(remarks, 'extraction_id');
  switch (operation) {
    case 'extract':
      return { extraction_id };
    case 'split':
      return { extraction_id, split_id: textIn(remarks, 'split_id') };
    case 'classify':
      return { extraction_id, classification_id: textIn(remarks, 'classification_id') };
  }
}

/** What a person noted about the truth of a document. */
export function flagsIn(
  operation: Measured,
  { validation_flags, validation_flag }: JsonObject,
): Pick<DatasetDocument, 'validation_flags' | 'validation_flag'> {
  if (operation === 'classify')
    return { validation_flag: typeof validation_flag === 'boolean' ? validation_flag : null };
  return { validation_flags: isJsonObject(validation_flags) ? { ...validation_flags } : {} };
}

const textIn = (remarks: JsonObject, name: string): string | null => {
  const value = remarks[name];
  return typeof value === 'string' ? value : null;
};
