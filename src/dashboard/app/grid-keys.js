/** Arrow keys move between the cells of the grid. */
export function moveByArrows(grid) {
  grid.addEventListener('keydown', (event) => {
    const cell = event.target.closest('td');
    const next = cell === null ? null : neighbour(cell, event.key);
    const button = next?.querySelector('button.cell');
    if (!button) return;
    event.preventDefault();
    button.focus();
  });
}

function neighbour(cell, key) {
  const row = cell.parentElement;
  if (key === 'ArrowLeft') return cell.previousElementSibling;
  if (key === 'ArrowRight') return cell.nextElementSibling;
  if (key === 'ArrowUp') return cellOf(row.previousElementSibling, cell.cellIndex);
  if (key === 'ArrowDown') return cellOf(row.nextElementSibling, cell.cellIndex);
  return null;
}

/** An open list stands between two rows and is as wide as they are: its first cell is the next. */
const cellOf = (row, index) => (row?.classList.contains('nested') ? row.querySelector('td td') : row?.cells[index]);
