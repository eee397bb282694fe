import type { Cell } from '../../schema/cell';

/** How a score becomes confidence: a straight line on the scale of log odds. Rising, so no order is changed. */
export interface Curve {
  readonly slope: number;
  readonly offset: number;
}

/** A doubt that was not seen often enough to know what it is worth. */
const DOUBTED: Curve = { slope: 1, offset: 0 };

/** Any other evidence that was not seen often enough to have a curve of its own. */
const ANY: Curve = { slope: 0.47, offset: 1.98 };

/**
 * By kind of evidence; one that gives items of a list is a kind of its own. Fitted to how often values of a score are
 * right in sets of documents with known values: see "Calibration" in bench/README.md for how, and for what it is worth.
 */
const CURVES: Readonly<Record<string, Curve>> = {
  address: { slope: 0.5, offset: 1.88 },
  'doubt: sum-mismatch': { slope: 0.55, offset: 2.22 },
  'e-invoice': { slope: 0.55, offset: 2.09 },
  'e-invoice of a list': { slope: 0.55, offset: 2.08 },
  field: { slope: 0.21, offset: 1.85 },
  label: { slope: 0.47, offset: 2.24 },
  letterhead: { slope: 0.42, offset: 1.64 },
  'list of a list': { slope: 0.52, offset: 2.29 },
  pattern: { slope: 0.64, offset: 2.64 },
  prose: { slope: 0.57, offset: 2.51 },
  scan: { slope: 0.44, offset: 1.18 },
  'scan of a list': { slope: 0.4, offset: 1.72 },
  sum: { slope: 0.47, offset: 2.27 },
  'table of a list': { slope: 0.35, offset: 2.09 },
  title: { slope: 0.51, offset: 2.16 },
};

const [LEAST, MOST] = [0.01, 0.99];

/**
 * What kind of evidence a cell rests on. A value that something speaks against is a kind by what does, whatever was read off
 * a scan is another. `low-confidence` is what follows from calibration and says nothing here.
 */
export function kindOfEvidence(
  { path, source, flags }: Pick<Cell, 'path' | 'source' | 'flags'>,
  onScan: boolean,
): string {
  const doubt = flags.find(({ code }) => code !== 'low-confidence');
  if (doubt !== undefined) return `doubt: ${doubt.code}`;
  const kind = onScan ? 'scan' : source;
  return path.some((part) => typeof part === 'number') ? `${kind} of a list` : kind;
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
