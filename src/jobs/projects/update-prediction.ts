import { changeKept } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { noPrediction } from './get-prediction';
import type { PredictionRecord } from './project';

/** What is undefined stays as it is; remarks are added to. */
export interface PredictionChange {
  /** No job makes them any more. */
  readonly values?: PredictionRecord['values'] | undefined;
  readonly remarks: PredictionRecord['remarks'];
}

/** Throws `not-found`, and `conflict` while others keep changing it. Does not check what it is of. */
export const updatePrediction = (
  ports: Ports,
  { accountId }: Caller,
  id: string,
  { values, remarks }: PredictionChange,
): Promise<PredictionRecord> =>
  changeKept(
    ports,
    ports.predictions,
    async () => {
      const stored = await ports.predictions.get(accountId, id);
      if (stored === null) throw noPrediction(id);
      return stored;
    },
    (stored) => ({
      ...(values === undefined ? {} : { values, jobId: null }),
      remarks: { ...stored.remarks, ...remarks },
    }),
    `iteration document ${id}`,
  );
