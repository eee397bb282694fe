/**
 * Pairs rows with columns so that the weights of the pairs add up to the most: `[row, column][]`. `weights` is a matrix of
 * numbers >= 0; each row and column is in one pair at most. Shortest augmenting paths (the Hungarian method), cubic.
 */
export function pairUp(weights) {
  const rows = weights.length;
  const columns = rows === 0 ? 0 : weights[0].length;
  if (columns === 0) return [];
  const size = Math.max(rows, columns);
  const cost = (row, column) => (row < rows && column < columns ? -weights[row][column] : 0);
  const state = {
    size,
    cost,
    rowPrice: new Float64Array(size),
    columnPrice: new Float64Array(size),
    rowOf: new Int32Array(size).fill(-1),
  };
  for (let row = 0; row < size; row++) addRow(state, row);
  return [...state.rowOf].flatMap((row, column) => (row < rows && column < columns ? [[row, column]] : []));
}

/** Finds a place for one more row, moving others along the cheapest way that ends at a free column. */
function addRow({ size, cost, rowPrice, columnPrice, rowOf }, newRow) {
  const slack = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(size).fill(-1);
  const done = new Uint8Array(size);
  let row = newRow;
  let column = -1;
  while (row >= 0) {
    if (column >= 0) done[column] = 1;
    const next = nearest(row, column);
    const step = slack[next];
    rowPrice[newRow] += step;
    for (let each = 0; each < size; each++) {
      if (done[each]) {
        rowPrice[rowOf[each]] += step;
        columnPrice[each] -= step;
      } else slack[each] -= step;
    }
    column = next;
    row = rowOf[column];
  }
  while (column >= 0) {
    const before = cameFrom[column];
    rowOf[column] = before < 0 ? newRow : rowOf[before];
    column = before;
  }

  function nearest(from, through) {
    let best = -1;
    for (let each = 0; each < size; each++) {
      if (done[each]) continue;
      const reduced = cost(from, each) - rowPrice[from] - columnPrice[each];
      if (reduced < slack[each]) {
        slack[each] = reduced;
        cameFrom[each] = through;
      }
      if (best < 0 || slack[each] < slack[best]) best = each;
    }
    return best;
  }
}
