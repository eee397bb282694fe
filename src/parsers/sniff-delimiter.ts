/** Candidates in order of preference where two fit equally. */
const DELIMITERS = ['\t', ';', ',', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Lines looked at. */
const SAMPLE_LINES = 60;
/** Share of lines that must agree on the number of columns. */
const MIN_AGREEMENT = 0.6;
/** The first line by which some programs tell the delimiter. */
const DECLARED = /^sep=([\t;,|])\r?\n/i;

interface Fit {
  readonly delimiter: Delimiter;
  readonly score: number;
}

/**
 * The character that cuts most lines into the same number of columns, at least two; null when none does: then it is no
 * delimited table. Quoted parts do not count. Where a table `isExpected`, lines above and below it need not agree.
 */
export function sniffDelimiter(text: string, isExpected = false): Delimiter | null {
  const declared = DECLARED.exec(text)?.[1];
  if (declared !== undefined) return DELIMITERS.find((delimiter) => delimiter === declared) ?? null;
  const lines = unquoted(text.slice(0, 64 * 1024))
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  if (lines.length < 2) return null;
  const fits = DELIMITERS.flatMap((delimiter) => fitOf(delimiter, lines, isExpected));
  const isDecimal =
    fits.some(({ delimiter }) => delimiter !== ',') && lines.every((line) => !/,(?!\d)|(?<!\d),/.test(line));
  const real = isDecimal ? fits.filter(({ delimiter }) => delimiter !== ',') : fits;
  return (
    real.reduce<Fit | null>((best, fit) => (best === null || fit.score > best.score ? fit : best), null)?.delimiter ??
    null
  );
}

function fitOf(delimiter: Delimiter, lines: readonly string[], isExpected: boolean): Fit[] {
  const all = lines.map((line) => line.split(delimiter).length - 1);
  const common = mostCommon(all.filter((count) => count > 0));
  if (common === null) return [];
  const from = isExpected ? all.indexOf(common) : 0;
  const to = isExpected ? all.lastIndexOf(common) + 1 : all.length;
  const counts = all.slice(from, to);
  const agreement = counts.filter((count) => count === common).length / counts.length;
  // Prose has commas, each followed by a blank, and no fixed number of them.
  const spaced = lines.slice(from, to).filter((line) => line.includes(`${delimiter} `)).length / counts.length;
  if (counts.length < 2 || agreement < MIN_AGREEMENT) return [];
  if (delimiter === ',' && common === 1 && spaced > 0.5) return [];
  const score = agreement * Math.min(common, 8) - (delimiter === ',' ? spaced : 0);
  return score > 0 ? [{ delimiter, score }] : [];
}

function unquoted(text: string): string {
  return text.replace(/"(?:[^"]|""){0,2000}"/g, 'q');
}

function mostCommon(counts: readonly number[]): number | null {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}
