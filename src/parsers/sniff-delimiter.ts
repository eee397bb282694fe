/** Candidates in order of preference where two fit equally. */
const DELIMITERS = ['\t', ';', ',', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Lines looked at. */
const SAMPLE_LINES = 60;
/** Share of lines that must agree on the number of columns. */
const MIN_AGREEMENT = 0.6;

/**
 * The character that cuts most lines into the same number of columns, at least two; null when none does: then it is no
 * delimited table. Quoted parts do not count.
 */
export function sniffDelimiter(text: string): Delimiter | null {
  const lines = unquoted(text.slice(0, 64 * 1024))
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  if (lines.length < 2) return null;
  let best: { delimiter: Delimiter; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const common = mostCommon(counts.filter((count) => count > 0));
    if (common === null) continue;
    const agreement = counts.filter((count) => count === common).length / lines.length;
    // Prose has commas, each followed by a blank, and no fixed number of them.
    const spaced = lines.filter((line) => line.includes(`${delimiter} `)).length / lines.length;
    if (agreement < MIN_AGREEMENT || (delimiter === ',' && common === 1 && spaced > 0.5)) continue;
    const score = agreement * Math.min(common, 8) - (delimiter === ',' ? spaced : 0);
    if (score > 0 && (best === null || score > best.score)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

function unquoted(text: string): string {
  return text.replace(/"(?:[^"]|""){0,2000}"/g, 'q');
}

function mostCommon(counts: readonly number[]): number | null {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}
