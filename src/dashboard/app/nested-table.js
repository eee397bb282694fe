import { cellButton } from './cell.js';
import { columnsOf, own, valueAt } from './columns.js';
import { element } from './element.js';

/**
 * The rows of one list field as a table of their own.
 *
 * @param {object} row of the grid
 * @param {string} key of the list field
 * @param {readonly unknown[]} items
 * @param {(key: string, value: unknown, button: Element) => void} onCell
 */
export function nestedTable(row, key, items, onCell) {
  const objects = items.every((item) => item !== null && typeof item === 'object' && !Array.isArray(item));
  const columns = objects ? columnsOf(items) : [''];
  const cellOf = (item, index, column) => {
    const place = `${key}[${index}]${column === '' ? '' : `.${column}`}`;
    const value = column === '' ? item : valueAt(item, column);
    const flagged = row.validation_flags.some((flag) => flag.field === place);
    return cellButton(value, own(row.provenance, place)?.confidence, flagged, {
      'data-cell': `${row.id} ${place}`,
      onclick: ({ currentTarget }) => onCell(place, value, currentTarget),
    });
  };
  return element(
    'table',
    { 'aria-label': `${key} of ${row.filename}` },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ['', ...columns].map((name) => element('th', { scope: 'col' }, name)),
      ),
    ),
    element(
      'tbody',
      {},
      items.map((item, index) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row', class: 'muted' }, String(index + 1)),
          columns.map((column) => element('td', {}, cellOf(item, index, column))),
        ),
      ),
    ),
  );
}
