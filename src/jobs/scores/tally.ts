/** What came of many documents together — pure. */
import type { Comparison, DocumentScore, Judgement } from './comparison';

/** Shares, 0-1. Of what was not there to be judged, a share of faults is 0 and one of successes 1. */
export interface Tally {
  readonly documents: number;
  readonly compared: number;
  /** Right values and rightly empty ones over all that was compared; 0 when nothing was. */
  readonly accuracy: number;
  /** Mean similarity of what was compared; 0 when nothing was. */
  readonly similarity: number;
  readonly errors: number;
  /** Over what was expected to have a value: these three make 1. */
  readonly truePositives: number;
  readonly falseNegatives: number;
  readonly mismatches: number;
  /** Over what was expected to be empty: these two make 1. */
  readonly trueNegatives: number;
  readonly falsePositives: number;
  readonly accuracyByField: ReadonlyMap<string, number>;
  readonly similarityByField: ReadonlyMap<string, number>;
}

export function tally(scores: readonly DocumentScore[]): Tally {
  const all = scores.flatMap(({ comparisons }) => comparisons);
  const count = (judgement: Judgement): number => all.filter((one) => one.judgement === judgement).length;
  const [right, empty] = [count('true-positive'), count('true-negative')];
  const [missing, wrong, made] = [count('false-negative'), count('mismatch'), count('false-positive')];
  const filled = right + missing + wrong;
  const blank = empty + made;
  const byField = grouped(all);
  return {
    documents: scores.length,
    compared: all.length,
    accuracy: share(right + empty, all.length, 0),
    similarity: mean(all),
    errors: share(missing + wrong + made, all.length, 0),
    truePositives: share(right, filled, 1),
    falseNegatives: share(missing, filled, 0),
    mismatches: share(wrong, filled, 0),
    trueNegatives: share(empty, blank, 1),
    falsePositives: share(made, blank, 0),
    accuracyByField: mapped(byField, (one) => share(one.filter(isRight).length, one.length, 0)),
    similarityByField: mapped(byField, mean),
  };
}

const isRight = ({ judgement }: Comparison): boolean => judgement === 'true-positive' || judgement === 'true-negative';

const share = (part: number, whole: number, ofNothing: number): number => (whole === 0 ? ofNothing : part / whole);

const mean = (comparisons: readonly Comparison[]): number =>
  share(
    comparisons.reduce((sum, { similarity }) => sum + similarity, 0),
    comparisons.length,
    0,
  );

function grouped(comparisons: readonly Comparison[]): ReadonlyMap<string, readonly Comparison[]> {
  const found = new Map<string, Comparison[]>();
  for (const comparison of comparisons) {
    const group = found.get(comparison.field);
    if (group === undefined) found.set(comparison.field, [comparison]);
    else group.push(comparison);
  }
  return found;
}

const mapped = <From, To>(map: ReadonlyMap<string, From>, change: (value: From) => To): ReadonlyMap<string, To> =>
  new Map([...map].map(([name, value]) => [name, change(value)]));
