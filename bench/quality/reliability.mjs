const BINS = 10;
/** From here on a caller may take a value without looking. */
const SURE = 0.9;

/**
 * What confidence is worth. `cells`: `{ confidence, right }`. Answers ten bins `{ from, cells, confidence, right }` (mean
 * confidence and share right, null where empty), the expected calibration error `ece` (mean distance of the two, by
 * cells), and `sure`: the cells at 0.9 and above. Null where there are no cells.
 */
export function reliabilityOf(cells) {
  const bins = Array.from({ length: BINS }, (_, index) => {
    const own = cells.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS + 1e-9)) === index);
    return { from: index / BINS, ...shares(own) };
  });
  const distance = bins.reduce((sum, bin) => sum + bin.cells * Math.abs((bin.right ?? 0) - (bin.confidence ?? 0)), 0);
  return {
    bins,
    ece: cells.length === 0 ? null : distance / cells.length,
    sure: shares(cells.filter(({ confidence }) => confidence >= SURE)),
  };
}

function shares(cells) {
  const mean = (value) =>
    cells.length === 0 ? null : cells.reduce((sum, cell) => sum + value(cell), 0) / cells.length;
  return {
    cells: cells.length,
    confidence: mean((cell) => cell.confidence),
    right: mean((cell) => Number(cell.right)),
  };
}
