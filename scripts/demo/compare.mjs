/**
 * Every cell in which `found` differs from `expected`, as `{ cell, expected, found }`, and how many cells were looked at.
 * An IBAN may be printed in groups; everything else must be equal.
 */
export function compareValues(expected, found) {
  const differences = [];
  let cells = 0;

  function compare(cell, want, got) {
    if (Array.isArray(want)) {
      const length = Math.max(want.length, Array.isArray(got) ? got.length : 0);
      for (let index = 0; index < length; index++) compare(`${cell}[${index}]`, want[index], got?.[index]);
    } else if (want !== null && typeof want === 'object') {
      for (const name of Object.keys(want)) compare(cell ? `${cell}.${name}` : name, want[name], got?.[name]);
    } else {
      cells++;
      if (plain(cell, want) !== plain(cell, got)) differences.push({ cell, expected: want, found: got });
    }
  }

  compare('', expected, found);
  return { cells, differences };
}

const plain = (cell, value) => (cell === 'iban' && typeof value === 'string' ? value.replaceAll(' ', '') : value);
