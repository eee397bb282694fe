import type { Cell } from '../../schema/cell';

/** How a score becomes confidence: a straight line on the scale of log odds. Rising, so no order is changed. */
export interface Curve {
  readonly slope: number;
  readonly offset: number;
}

/** A doubt that was not seen often enough to know what it is worth. */
const DOUBTED: Curve = { slope: 1, offset: 0 };

/** Any other evidence that was not seen often enough to have a curve of its own. */
const ANY: Curve = { slope: 0.49, offset: 1.42 };

/**
 * By kind of evidence; one that gives items of a list is a kind of its own. Fitted to how often values of a score are
 * right in sets of documents with known values: see "Calibration" in bench/README.md for how, and for what it is worth.
 */
const CURVES: Readonly<Record<string, Curve>> = {
  address: { slope: 0.7, offset: 0.98 },
  'doubt: sum-mismatch': { slope: 0.62, offset: 1.63 },
  'e-invoice': { slope: 0.61, offset: 1.57 },
  'e-invoice of a list': { slope: 0.59, offset: 1.55 },
  field: { slope: 0.13, offset: 0.72 },
  label: { slope: 0.57, offset: 0.91 },
  letterhead: { slope: 0.53, offset: 0.86 },
  'list of a list': { slope: 0.55, offset: 2.08 },
  pattern: { slope: 0.73, offset: 2.25 },
  prose: { slope: 0.54, offset: 1.77 },
  sum: { slope: 0.51, offset: 1.98 },
  'table of a list': { slope: 0.39, offset: 1.69 },
  title: { slope: 0.55, offset: 1.69 },
};

const [LEAST, MOST] = [0.01, 0.99];

/**
 * What kind of evidence a cell rests on. A value that something speaks against is a kind by what does. `low-confidence` is
 * what follows from calibration and says nothing here.
 */
export function kindOfEvidence({ path, source, flags }: Pick<Cell, 'path' | 'source' | 'flags'>): string {
  const doubt = flags.find(({ code }) => code !== 'low-confidence');
  if (doubt !== undefined) return `doubt: ${doubt.code}`;
  return path.some((part) => typeof part === 'number') ? `${source} of a list` : source;
}

export function curveOf(kind: string): Curve {
  return CURVES[kind] ?? (kind.startsWith('doubt: ') ? DOUBTED : ANY);
}

/** The share of values with this score that are right, 0.01-0.99. */
export function confidenceOf(kind: string, score: number): number {
  const { slope, offset } = curveOf(kind);
  const odds = logOdds(Math.min(MOST, Math.max(LEAST, score)));
  const share = 1 / (1 + Math.exp(-(offset + slope * odds)));
  return Math.round(Math.min(MOST, Math.max(LEAST, share)) * 1000) / 1000;
}

const logOdds = (share: number): number => Math.log(share / (1 - share));
